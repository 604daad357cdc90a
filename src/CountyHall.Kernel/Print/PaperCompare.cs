using System.Globalization;
using CountyHall.Kernel.Results;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace CountyHall.Kernel.Print;

/// <summary>One part of a shown document that is not as it was issued.</summary>
/// <param name="ShouldBe">What the record says; none where the part should not be there.</param>
/// <param name="Reads">What the file says; none where nothing is there.</param>
public sealed record AlteredPart(Words Part, string? ShouldBe, string? Reads);

/// <summary>Reads a PDF and compares it, part by part, with the document that should be printed there.</summary>
/// <remarks>
/// The document is printed again from its data and both are read in the same way: the letters at the place of each field, and the lines and
/// areas that are drawn. A part is found by where it stands, so it does not matter in which order or by which program the file was written.
/// </remarks>
public static class PaperCompare
{
    /// <exception cref="PaperUnreadableException">The file cannot be read as a PDF.</exception>
    public static IReadOnlyList<AlteredPart> Differences(byte[] shown, Paper paper)
    {
        var layout = new PaperLayout(paper);
        var (there, right) = (Pages(shown), Pages(PdfPrint.Write(paper, ReadOnlyMemory<byte>.Empty)));
        var found = new List<AlteredPart>();
        if (there.Count != right.Count)
            found.Add(new(("页数", "Number of pages"), Number(right.Count), Number(there.Count)));
        for (var page = 0; page < right.Count; page++)
        {
            var now = page < there.Count ? there[page] : Drawn.Nothing;
            Compare(layout, page + 1, now, right[page], found);
        }
        foreach (var extra in there.Skip(right.Count))
            found.Add(
                new(
                    (FormattableString.Invariant($"第 {extra.Number} 页"), FormattableString.Invariant($"Page {extra.Number}")),
                    null,
                    Clip(string.Concat(extra.Letters.Select(l => l.Text)))
                )
            );
        return found;
    }

    /// <summary>All text of a file in the order of its pages; to look for a code where the attached data are gone.</summary>
    /// <exception cref="PaperUnreadableException">The file cannot be read as a PDF.</exception>
    public static string Text(byte[] pdf) => string.Join('\n', Pages(pdf).Select(p => string.Concat(p.Letters.Select(l => l.Text))));

    /// <summary>The attached data; none where nothing of ours is attached.</summary>
    public static PaperData? Attached(byte[] pdf) =>
        Open(
            pdf,
            document =>
                document.Advanced.TryGetEmbeddedFiles(out var files) && files.FirstOrDefault(f => f.Name == PdfPrint.Attachment) is { } file
                    ? PaperData.Read(file.Memory.Span)
                    : null
        );

    private static void Compare(PaperLayout layout, int page, Drawn now, Drawn right, List<AlteredPart> found)
    {
        var places = layout.Places.Where(p => p.Page == page).ToList();
        var covered = new HashSet<Letter>();
        foreach (var place in places)
        {
            var (should, reads) = (Reading(place, right, null), Reading(place, now, covered));
            if (should == reads)
                continue;
            if (place.Part == PaperLayout.PartSeal)
                found.Add(new(Name(place.Part), place.Says, Clip(string.Concat(reads.Split('|').Select(l => l.Split('@')[0])))));
            else
                found.Add(new(Name(place.Part), place.Says, Clip(reads)));
        }
        var stray = string.Concat(now.Letters.Where(l => !covered.Contains(l) && !string.IsNullOrWhiteSpace(l.Text)).Select(l => l.Text));
        if (stray.Length > 0)
            found.Add(new(("增加的文字", "Added words"), null, Clip(stray)));

        var (more, gone) = (now.Shapes.Except(right.Shapes).ToList(), right.Shapes.Except(now.Shapes).ToList());
        foreach (var part in places.Where(p => p.Part is PaperLayout.PartSeal or PaperLayout.PartQr))
        {
            if (found.Any(f => f.Part.Zh == part.Part))
                continue;
            if (
                more.Concat(gone).Any(s => part.Left <= s.X && s.X <= part.Right && part.Bottom <= s.Y && s.Y <= part.Top)
                || now.Images.Any(i => Meets(part, i))
            )
                found.Add(new(Name(part.Part), part.Says, null));
        }
        var outside = more.Where(s =>
                !places.Any(p =>
                    p.Part is PaperLayout.PartSeal or PaperLayout.PartQr
                    && p.Left <= s.X
                    && s.X <= p.Right
                    && p.Bottom <= s.Y
                    && s.Y <= p.Top
                )
            )
            .ToList();
        if (outside.Count > 0)
            found.Add(new(("增加的图形", "Added drawing"), null, Hidden(places, outside.Select(s => s.Area))));
        var images = now.Images.Where(i => !places.Any(p => p.Part is PaperLayout.PartSeal or PaperLayout.PartQr && Meets(p, i))).ToList();
        if (images.Count > 0)
            found.Add(new(("增加的图像", "Added picture"), null, Hidden(places, images)));
        if (gone.Any(s => !places.Any(p => p.Left <= s.X && s.X <= p.Right && p.Bottom <= s.Y && s.Y <= p.Top)))
            found.Add(new(("版面边框", "Frame of the page"), "", null));
        if (now.Notes.Count > 0)
            found.Add(new(("增加的批注", "Added note"), null, Clip(string.Join('；', now.Notes))));
    }

    /// <summary>The letters that stand at a place, line by line. Those of the seal are told by their red, because the seal lies over other words.</summary>
    private static string Reading(Place place, Drawn page, HashSet<Letter>? seen)
    {
        var seal = place.Part == PaperLayout.PartSeal;
        var here = page
            .Letters.Where(l => l.IsRed == seal && place.Left <= l.X && l.X <= place.Right && place.Bottom <= l.Y && l.Y <= place.Top)
            .ToList();
        seen?.UnionWith(here);
        if (seal)
            return string.Join(
                '|',
                here.Select(l => FormattableString.Invariant($"{l.Text}@{Math.Round(l.X)},{Math.Round(l.Y)}")).Order(StringComparer.Ordinal)
            );
        return string.Concat(here.OrderByDescending(l => Math.Round(l.Y / 4)).ThenBy(l => l.X).Select(l => l.Text)).Trim();
    }

    private static Words Name(string part) =>
        part switch
        {
            PaperLayout.PartTitle => (part, "Title"),
            PaperLayout.PartNumber => (part, "Number"),
            PaperLayout.PartOffice => (part, "Issuing office"),
            PaperLayout.PartDay => (part, "Day of issue"),
            PaperLayout.PartSeal => (part, "Seal"),
            PaperLayout.PartQr => (part, "QR code"),
            PaperLayout.PartCode => (part, "Code"),
            PaperLayout.PartAddress => (part, "Verification address"),
            PaperLayout.PartRemark => (part, "Remark"),
            PaperLayout.PartFoot => (part, "Foot of the page"),
            _ => Words.Same(part),
        };

    /// <summary>Which words an added drawing lies over.</summary>
    private static string? Hidden(List<Place> places, IEnumerable<PdfRectangle> areas)
    {
        var over = areas.SelectMany(a => places.Where(p => Meets(p, a))).Select(p => p.Part).Distinct().Take(4).ToList();
        return over.Count == 0 ? null : $"盖住：{string.Join('、', over)}";
    }

    private static bool Meets(Place p, PdfRectangle a) => a.Left < p.Right && a.Right > p.Left && a.Bottom < p.Top && a.Top > p.Bottom;

    private static string Clip(string text) => text.Length <= 200 ? text : $"{text[..200]}…";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Letter(string Text, double X, double Y, bool IsRed, int Order);

    private sealed record Shape(int Left, int Bottom, int Right, int Top, string Ink)
    {
        // In half points: rounding of programs that write the same file again does not count.
        public double X => (Left + Right) / 4d;
        public double Y => (Bottom + Top) / 4d;
        public PdfRectangle Area => new(Left / 2d, Bottom / 2d, Right / 2d, Top / 2d);
    }

    private sealed record Drawn(
        int Number,
        IReadOnlyList<Letter> Letters,
        IReadOnlyList<Shape> Shapes,
        IReadOnlyList<PdfRectangle> Images,
        IReadOnlyList<string> Notes
    )
    {
        public static readonly Drawn Nothing = new(0, [], [], [], []);
    }

    private static List<Drawn> Pages(byte[] pdf) => Open(pdf, document => document.GetPages().Select(Read).ToList());

    private static T Open<T>(byte[] pdf, Func<PdfDocument, T> read)
    {
        try
        {
            using var document = PdfDocument.Open(pdf);
            return read(document);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            // The library throws many kinds for the many ways in which a file can be broken.
            throw new PaperUnreadableException(fault);
        }
    }

    private static Drawn Read(Page page)
    {
        var letters = page.Letters.Select((l, i) => new Letter(l.Value, l.StartBaseLine.X, l.StartBaseLine.Y, IsRed(l), i)).ToList();
        var shapes = page
            .Paths.SelectMany(path => path.Select(part => (Ink: Ink(path), Area: part.GetBoundingRectangle())))
            .Where(s => s.Area is not null)
            .Select(s => new Shape(
                Half(s.Area!.Value.Left),
                Half(s.Area.Value.Bottom),
                Half(s.Area.Value.Right),
                Half(s.Area.Value.Top),
                s.Ink
            ))
            .ToList();
        var images = page.GetImages().Select(i => i.BoundingBox).ToList();
        var notes = page.GetAnnotations().Where(a => a.Type != AnnotationType.Widget).Select(a => a.Content ?? a.Type.ToString()).ToList();
        return new(page.Number, letters, shapes, images, notes);
    }

    private static bool IsRed(UglyToad.PdfPig.Content.Letter letter)
    {
        if (letter.Color is not { } color)
            return false;
        var (r, g, b) = color.ToRGBValues();
        return r > 0.6 && g < 0.3 && b < 0.3;
    }

    private static string Ink(UglyToad.PdfPig.Graphics.PdfPath path)
    {
        var color = (path.IsFilled ? path.FillColor : path.StrokeColor)?.ToRGBValues();
        return string.Create(CultureInfo.InvariantCulture, $"{(path.IsFilled ? "f" : "s")}{color?.r:0.0}{color?.g:0.0}{color?.b:0.0}");
    }

    private static int Half(double points) => (int)Math.Round(points * 2);
}

/// <summary>A file that cannot be read as a PDF: broken, cut off, locked, or of another kind.</summary>
public sealed class PaperUnreadableException(Exception cause) : Exception("The file cannot be read as a PDF.", cause);
