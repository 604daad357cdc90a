using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>Writes invented tenders and bids in the layout of docs/trading/similarity.md, and says where in each text the planted words stand.</summary>
internal static class ShamFolder
{
    public static void Save(
        string root,
        ShamManner manner,
        List<Planted> plants,
        string id,
        string project,
        DateTimeOffset opening,
        List<ShamBidder> bidders,
        List<ShamParagraph> tenderParas,
        List<(string Code, string Name, string Unit, double Quantity, double? Fixed)> blank,
        (string Name, string Phone) agent,
        (string Mac, string Disk) terminal,
        DateTimeOffset templateCreated,
        List<string> templateRsids,
        byte[] templateImage
    )
    {
        var folder = Path.Combine(root, id);
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, "tender.json"),
            JsonSerializer.Serialize(
                new
                {
                    id,
                    name = project,
                    owner = "嘉善县惠民建设发展有限公司",
                    control = 2974900.0,
                    days = 415,
                    openDate = opening.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    agent = new
                    {
                        name = "三江工程咨询有限公司",
                        contact = agent.Name,
                        phone = agent.Phone,
                    },
                    publicTerminals = new[]
                    {
                        new
                        {
                            place = "一楼公共上传机",
                            mac = terminal.Mac,
                            diskSerial = terminal.Disk,
                            ip = "10.33.15.213",
                        },
                    },
                }
            )
        );
        File.WriteAllText(
            Path.Combine(folder, "tender.txt"),
            $"{project}招标文件\n{string.Join('\n', tenderParas.Select(p => string.Concat(p.Sentences.Select(s => $"{s}。"))))}\n招标代理机构：三江工程咨询有限公司，联系人{agent.Name}，电话{agent.Phone}\n"
        );
        Docx(
            Path.Combine(folder, "template.docx"),
            "投标文件格式\n（投标人按本格式编制投标文件）\n",
            project,
            agent.Name,
            agent.Name,
            "",
            templateCreated,
            templateRsids,
            [templateImage]
        );
        File.WriteAllText(
            Path.Combine(folder, "boq-blank.csv"),
            "\ufeff序号,项目编码,项目名称,单位,工程量,暂定单价\n"
                + string.Join(
                    '\n',
                    blank.Select(
                        (l, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1},{l.Code},{l.Name},{l.Unit},{l.Quantity},{l.Fixed}")
                    )
                )
        );
        var openings = new List<object>();
        var deposits = new List<object>();
        foreach (var bidder in bidders)
        {
            var place = Path.Combine(folder, "bids", bidder.Id);
            Directory.CreateDirectory(place);
            var (text, marks) = Render(manner, bidder, project, opening);
            foreach (var planted in plants.Where(p => p.Tender == id && (p.A == bidder.Id || p.B == bidder.Id) && p.Text is not null))
                (planted.A == bidder.Id ? planted.InA : planted.InB).AddRange(Merged(marks));
            File.WriteAllText(Path.Combine(place, "technical.txt"), text);
            Docx(
                Path.Combine(place, "technical.docx"),
                text,
                project,
                bidder.Author,
                bidder.Last,
                bidder.Company,
                bidder.Created,
                bidder.Rsids,
                [templateImage, .. bidder.Images]
            );
            var sum = 0.0;
            var bill = new StringBuilder("\ufeff序号,项目编码,项目名称,单位,工程量,综合单价,合价\n");
            for (var i = 0; i < blank.Count; i++)
            {
                var amount = Math.Round(blank[i].Quantity * bidder.Prices[i] * bidder.WrongAmounts.GetValueOrDefault(i, 1), 2);
                sum += amount;
                bill.Append(
                    CultureInfo.InvariantCulture,
                    $"{i + 1},{blank[i].Code},{blank[i].Name},{blank[i].Unit},{blank[i].Quantity},{bidder.Prices[i]:0.00},{amount:0.00}\n"
                );
            }
            bill.Append(CultureInfo.InvariantCulture, $",,总价措施费,项,1,{bidder.Measures:0.00},{bidder.Measures:0.00}\n");
            File.WriteAllText(Path.Combine(place, "boq.csv"), bill.ToString());
            openings.Add(
                new
                {
                    bidder = bidder.Id,
                    name = bidder.Firm,
                    total = bidder.Total ?? Math.Round(sum + bidder.Measures, 2),
                    days = 400,
                }
            );
            deposits.Add(
                new
                {
                    bidder = bidder.Id,
                    payerName = bidder.Payer,
                    payerAccount = bidder.Account,
                    payerBank = "农业银行",
                    amount = 59000.0,
                }
            );
            File.WriteAllText(
                Path.Combine(place, "envelope.json"),
                JsonSerializer.Serialize(
                    new
                    {
                        bidder = bidder.Id,
                        name = bidder.Firm,
                        uscc = bidder.Uscc,
                        legalRepresentative = bidder.Legal,
                        contact = new
                        {
                            name = bidder.ContactName,
                            phone = bidder.Phone,
                            tel = bidder.Tel,
                            email = bidder.Email,
                            address = bidder.Address,
                        },
                        mac = bidder.Mac,
                        diskSerial = bidder.Disk,
                        cpuId = bidder.Cpu,
                        caLock = bidder.Ca,
                        pricingLock = bidder.Lock,
                        publicIp = bidder.Ip,
                        uploadedAt = bidder.Uploaded.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
                    }
                )
            );
        }
        File.WriteAllText(Path.Combine(folder, "opening.json"), JsonSerializer.Serialize(openings));
        File.WriteAllText(Path.Combine(folder, "deposits.json"), JsonSerializer.Serialize(deposits));
    }

    private static List<TextSpan> Merged(List<TextSpan> spans)
    {
        var merged = new List<TextSpan>();
        foreach (var span in spans)
            if (merged.Count > 0 && span.Start - merged[^1].End <= 1)
                merged[^1] = new TextSpan(merged[^1].Start, span.End);
            else
                merged.Add(span);
        return merged;
    }

    private static (string Text, List<TextSpan> Marks) Render(ShamManner manner, ShamBidder bidder, string project, DateTimeOffset opening)
    {
        var text = new StringBuilder();
        var marks = new List<TextSpan>();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{project}投标文件（技术标）\n投标人：{bidder.Firm}（盖章）  法定代表人：{bidder.Legal}  日期：{opening:yyyy-MM-dd}\n"
        );
        for (var chapter = 0; chapter < ShamWords.Chapters.Length; chapter++)
        {
            text.Append(Title(manner, chapter)).Append('\n');
            if (chapter == 0)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{project}由嘉善县惠民建设发展有限公司组织建设，招标控制价297.49万元，计划工期415日历天，质量要求合格。\n"
                );
            if (chapter == 5)
            {
                text.Append("岗位\t姓名\t身份证号\t职称\t联系电话\n");
                foreach (var person in bidder.Staff)
                    text.Append(string.Join('\t', person)).Append('\n');
            }
            var number = 0;
            foreach (var section in bidder.Sections.Where(s => s.Chapter == chapter))
            {
                text.Append(Heading(manner, chapter, ++number, section.Heading)).Append('\n');
                foreach (var paragraph in section.Paragraphs)
                    Append(paragraph);
            }
        }
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Title(manner, 8)}\n联系人：{bidder.ContactName}；手机：{bidder.Phone}；座机：{bidder.Tel}；电子邮箱：{bidder.Email}；办公地址：{bidder.Address}。\n"
        );
        foreach (var line in bidder.Loose)
            text.Append(line).Append('\n');
        text.Append("类似业绩\n项目名称\t合同金额（万元）\t竣工时间\n");
        foreach (var work in bidder.Works)
            text.Append(string.Join('\t', work)).Append('\n');
        return (text.ToString(), marks);

        void Append(ShamParagraph paragraph)
        {
            text.Append(paragraph.Prefix);
            for (var i = 0; i < paragraph.Sentences.Count; i++)
            {
                var start = text.Length;
                text.Append(paragraph.Sentences[i]).Append('。');
                if (paragraph.Tags[i].Count > 0)
                    marks.Add(new TextSpan(start, text.Length));
            }
            text.Append('\n');
        }
    }

    private const string Numerals = "一二三四五六七八九十";

    private static string Title(ShamManner manner, int chapter)
    {
        var title = chapter < ShamWords.Chapters.Length ? ShamWords.Chapters[chapter].Title : "投标人基本情况";
        return manner.Headings switch
        {
            ShamHeadings.Numbered => $"第{Numerals[chapter]}章 {title}",
            ShamHeadings.Chinese => $"{Numerals[chapter]}、{title}",
            _ => title,
        };
    }

    private static string Heading(ShamManner manner, int chapter, int number, string heading) =>
        manner.Headings switch
        {
            ShamHeadings.Numbered => $"{chapter + 1}.{number} {heading}",
            ShamHeadings.Chinese => $"（{(number <= 10 ? Numerals[number - 1] : '十')}）{heading}",
            _ => heading,
        };

    /// <summary>An earlier bid of another tender.</summary>
    public static void SaveEarlier(string root, ShamManner manner, int number, string project, ShamBidder bidder)
    {
        Directory.CreateDirectory(Path.Combine(root, "history"));
        var (text, _) = Render(manner, bidder, project, new DateTimeOffset(2019, 5, 29, 0, 0, 0, TimeSpan.FromHours(8)));
        File.WriteAllText(Path.Combine(root, "history", $"H{number:000}.txt"), text);
    }

    private static void Docx(
        string file,
        string text,
        string header,
        string author,
        string last,
        string company,
        DateTimeOffset created,
        List<string> rsids,
        List<byte[]> images
    )
    {
        const string w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        using var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        void Part(string name, string content)
        {
            using var to = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
            to.Write(content);
        }
        static string X(string s) => System.Security.SecurityElement.Escape(s);
        Part(
            "docProps/core.xml",
            $"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:creator>{X(author)}</dc:creator><cp:lastModifiedBy>{X(last)}</cp:lastModifiedBy><dcterms:created xsi:type=\"dcterms:W3CDTF\">{created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}</dcterms:created></cp:coreProperties>"
        );
        Part(
            "docProps/app.xml",
            $"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Microsoft Office Word</Application><Company>{X(company)}</Company></Properties>"
        );
        Part(
            "word/settings.xml",
            $"<w:settings xmlns:w=\"{w}\"><w:rsids>{string.Concat(rsids.Select((r, i) => $"<w:{(i == 0 ? "rsidRoot" : "rsid")} w:val=\"{r}\"/>"))}</w:rsids></w:settings>"
        );
        Part("word/header1.xml", $"<w:hdr xmlns:w=\"{w}\"><w:p><w:r><w:t>{X(header)}</w:t></w:r></w:p></w:hdr>");
        var body = new StringBuilder();
        var inTable = false;
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            var cells = line.Split('\t');
            if (cells.Length > 1 != inTable)
            {
                body.Append(inTable ? "</w:tbl>" : "<w:tbl>");
                inTable = !inTable;
            }
            if (inTable)
                body.Append("<w:tr>")
                    .Append(string.Concat(cells.Select(c => $"<w:tc><w:p><w:r><w:t>{X(c)}</w:t></w:r></w:p></w:tc>")))
                    .Append("</w:tr>");
            else
                body.Append(CultureInfo.InvariantCulture, $"<w:p><w:r><w:t xml:space=\"preserve\">{X(line)}</w:t></w:r></w:p>");
        }
        if (inTable)
            body.Append("</w:tbl>");
        Part("word/document.xml", $"<w:document xmlns:w=\"{w}\"><w:body>{body}</w:body></w:document>");
        for (var i = 0; i < images.Count; i++)
        {
            using var to = zip.CreateEntry($"word/media/image{i + 1}.png", CompressionLevel.NoCompression).Open();
            to.Write(images[i]);
        }
    }
}
