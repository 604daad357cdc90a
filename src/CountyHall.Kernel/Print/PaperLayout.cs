using System.Globalization;
using System.Text;
using QRCoder;

namespace CountyHall.Kernel.Print;

/// <summary>A rectangle of a page that belongs to one part of the document; points from the lower left corner.</summary>
internal sealed record Place(string Part, int Page, double Left, double Bottom, double Right, double Top, string Says);

/// <summary>Where everything of a document stands: A4, a frame, title, fields, text, seal, and at the foot code, address and QR.</summary>
/// <remarks>The same paper is laid out in the same way each time, which is what lets a copy be compared with it part by part.</remarks>
internal sealed class PaperLayout
{
    /// <summary>Words that stand on every document beside its own.</summary>
    public const string Constant = "编号：验证码扫码或到网址核对真伪第页共0123456789 ，\u3000";

    public const string PartTitle = "标题";
    public const string PartNumber = "编号";
    public const string PartText = "正文";
    public const string PartOffice = "发证机关";
    public const string PartDay = "落款日期";
    public const string PartSeal = "印章";
    public const string PartQr = "二维码";
    public const string PartCode = "验证码";
    public const string PartAddress = "验证网址";
    public const string PartRemark = "注记";
    public const string PartFoot = "页脚";

    private const double Wide = 595.28,
        High = 841.89,
        Margin = 72,
        Right = Wide - Margin;
    private const double FieldAt = 190,
        Type = 12,
        Leading = 20;
    private const double Foot = 300; // the seal, the signature and the code need so much of the last page

    private readonly PrintFont font = PrintFont.Regular;
    private readonly Dictionary<int, int> numbers = [];
    private readonly List<StringBuilder> pages = [];
    private double y;

    public PaperLayout(Paper paper)
    {
        Characters = [.. paper.Runes];
        foreach (var (at, rune) in Characters.Index())
            numbers[rune.Value] = at + 1;
        Draw(paper);
    }

    /// <summary>Every character once; its number in the font is its place, from 1.</summary>
    public IReadOnlyList<Rune> Characters { get; }
    public List<Place> Places { get; } = [];
    public IReadOnlyList<string> Pages => [.. pages.Select(p => p.ToString())];
    public static (double Wide, double High) Size => (Wide, High);

    /// <summary>Where the seal stands, for the field of the signature.</summary>
    public Place Seal => Places.Single(p => p.Part == PartSeal);

    private StringBuilder Page => pages[^1];

    private void Draw(Paper paper)
    {
        NewPage();
        y = High - 130;
        Line(PartTitle, paper.Title, 24, Middle(paper.Title, 24), bold: true);
        y -= 30;
        var number = $"编号：{paper.Number}";
        Line(PartNumber, number, 10.5, Middle(number, 10.5));
        y -= 44;
        foreach (var field in paper.Fields)
        {
            var lines = LineBreaking.Lines(field.Value, Right - FieldAt, rune => font.Width(rune) * Type / 1000);
            if (y - lines.Count * Leading < 110)
                NewPage();
            Show(field.Name, Margin, y, Type, "0.36 0.38 0.42 rg");
            Block(field.Name, lines, FieldAt, Type, Leading, field.Value, labelled: Margin);
            y -= 6;
        }
        y -= 8;
        foreach (var (at, text) in paper.Text.Index())
        {
            var lines = LineBreaking.Lines("　　" + text, Right - Margin, rune => font.Width(rune) * Type / 1000);
            if (y - lines.Count * Leading < 110)
                NewPage();
            Block($"{PartText}第{at + 1}段", lines, Margin, Type, Leading, text);
            y -= 6;
        }
        if (y < Foot)
            NewPage();
        y = 236;
        Line(PartOffice, paper.Office, Type, Ends(paper.Office, Type));
        y -= 24;
        Line(PartDay, paper.Day, Type, Ends(paper.Day, Type));
        DrawSeal(paper.Office, Right - Math.Max(WidthOf(paper.Office, Type), 90) / 2, 232);
        DrawQr(paper.Address);
        y = 152;
        Line(PartCode, $"验证码：{paper.Code}", 10.5, 184);
        y -= 18;
        Show("扫码或到网址核对真伪：", 184, y, 9, "0.36 0.38 0.42 rg");
        Places.Add(new(PartFoot, pages.Count, 184, y - 3, Right, y + 10, "扫码或到网址核对真伪："));
        y -= 15;
        Block(PartAddress, LineBreaking.Lines(paper.Address, Right - 184, rune => font.Width(rune) * 9 / 1000), 184, 9, 14, paper.Address);
        if (paper.Remark is { } remark)
        {
            y = 62;
            Line(PartRemark, remark, 8.5, Middle(remark, 8.5));
        }
        for (var page = 1; pages.Count > 1 && page <= pages.Count; page++)
        {
            var text = $"第{page}页，共{pages.Count}页";
            Show(text, Middle(text, 8.5), 44, 8.5, "0.36 0.38 0.42 rg", page);
            Places.Add(new(PartFoot, page, Margin, 40, Right, 54, text));
        }
    }

    private void NewPage()
    {
        pages.Add(new StringBuilder());
        y = High - 100;
        Frame(36, 1.4);
        Frame(41, 0.5);

        void Frame(double inset, double line) =>
            Page.Append(I($"q 0.55 0.16 0.16 RG {line} w {inset} {inset} {Wide - 2 * inset} {High - 2 * inset} re S Q\n"));
    }

    /// <summary>One line at the present height.</summary>
    private void Line(string part, string text, double type, double left, bool bold = false)
    {
        Show(text, left, y, type, bold ? "0 g 0 G 0.5 w 2 Tr" : "0 g");
        Places.Add(new(part, pages.Count, left - 2, y - type * 0.3, left + WidthOf(text, type) + 2, y + type * 1.05, text));
    }

    private void Block(
        string part,
        IReadOnlyList<string> lines,
        double left,
        double type,
        double leading,
        string says,
        double? labelled = null
    )
    {
        var top = y + type * 1.05;
        foreach (var line in lines)
        {
            Show(line, left, y, type, "0 g");
            y -= leading;
        }
        Places.Add(new(part, pages.Count, left - 2, y + leading - type * 0.35, Right + 14, top, says));
        if (labelled is { } label)
            Places.Add(new($"{part}（名称）", pages.Count, label - 2, top - type * 1.4, left - 3, top, part));
    }

    private void Show(string text, double left, double bottom, double type, string ink, int? page = null) =>
        pages[(page ?? pages.Count) - 1].Append(I($"q BT {ink} /F1 {type} Tf {left:0.###} {bottom:0.###} Td <{Hex(text)}> Tj ET Q\n"));

    private string Hex(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Where(r => !Rune.IsControl(r))
                .Select(rune => numbers[rune.Value].ToString("X4", CultureInfo.InvariantCulture))
        );

    private double WidthOf(string text, double type) => text.EnumerateRunes().Sum(font.Width) * type / 1000;

    private double Middle(string text, double type) => (Wide - WidthOf(text, type)) / 2;

    private double Ends(string text, double type) => Right - WidthOf(text, type);

    /// <summary>公章: a ring, a star, and the name of the office around its upper half.</summary>
    private void DrawSeal(string office, double x, double middle)
    {
        const double Radius = 56,
            Red = 0.78;
        x = Math.Min(x, Wide - 44 - Radius);
        Page.Append(I($"q /G1 gs {Red} 0.09 0.09 RG {Red} 0.09 0.09 rg 3 w\n"));
        Circle(Radius);
        Page.Append("S\n");
        for (var point = 0; point < 10; point++)
        {
            var (angle, far) = (Math.PI / 2 + point * Math.PI / 5, point % 2 == 0 ? 18 : 6.9);
            Page.Append(I($"{x + far * Math.Cos(angle):0.###} {middle + far * Math.Sin(angle):0.###} {(point == 0 ? "m" : "l")} "));
        }
        Page.Append("h f\n");
        var runes = office.EnumerateRunes().ToArray();
        var type =
            runes.Length <= 12 ? 11.5
            : runes.Length <= 18 ? 9
            : 7;
        var span = Math.Min(Math.PI * 1.4, runes.Length * type * 1.35 / 42);
        for (var i = 0; i < runes.Length; i++)
        {
            var angle = Math.PI / 2 + span / 2 - (runes.Length == 1 ? span / 2 : span * i / (runes.Length - 1));
            var (turn, half) = (angle - Math.PI / 2, font.Width(runes[i]) * type / 2000);
            var (cos, sin) = (Math.Cos(turn), Math.Sin(turn));
            var (cx, cy) = (x + 42 * Math.Cos(angle) - half * cos, middle + 42 * Math.Sin(angle) - half * sin);
            Page.Append(
                I(
                    $"BT /F1 {type} Tf {cos:0.#####} {sin:0.#####} {-sin:0.#####} {cos:0.#####} {cx:0.###} {cy:0.###} Tm <{Hex(runes[i].ToString())}> Tj ET\n"
                )
            );
        }
        Page.Append("Q\n");
        Places.Add(new(PartSeal, pages.Count, x - Radius - 2, middle - Radius - 2, x + Radius + 2, middle + Radius + 2, office));

        void Circle(double r)
        {
            var k = r * 0.5522847498;
            Page.Append(I($"{x + r:0.###} {middle} m {x + r:0.###} {middle + k:0.###} {x + k:0.###} {middle + r} {x} {middle + r} c "));
            Page.Append(I($"{x - k:0.###} {middle + r} {x - r:0.###} {middle + k:0.###} {x - r:0.###} {middle} c "));
            Page.Append(I($"{x - r:0.###} {middle - k:0.###} {x - k:0.###} {middle - r} {x} {middle - r} c "));
            Page.Append(I($"{x + k:0.###} {middle - r} {x + r:0.###} {middle - k:0.###} {x + r:0.###} {middle} c h "));
        }
    }

    private void DrawQr(string address)
    {
        const double Side = 96,
            Left = Margin,
            Bottom = 76;
        using var qr = new QRCodeGenerator();
        using var code = qr.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var module = Side / rows.Count;
        Page.Append("q 0 g\n");
        for (var row = 0; row < rows.Count; row++)
        for (var column = 0; column < rows.Count; column++)
        {
            var first = column;
            while (column < rows.Count && rows[row][column])
                column++;
            if (column > first)
                Page.Append(
                    I(
                        $"{Left + first * module:0.###} {Bottom + Side - (row + 1) * module:0.###} {(column - first) * module:0.###} {module:0.###} re\n"
                    )
                );
        }
        Page.Append("f Q\n");
        Places.Add(new(PartQr, pages.Count, Left - 1, Bottom - 1, Left + Side + 1, Bottom + Side + 1, address));
    }

    private static string I(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
