using System.Text;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Print;

namespace CountyHall.Kernel.Rules.Print;

/// <summary>验证: a document is genuine whole or not at all, and the part that was altered is named.</summary>
public class Altered_documents
{
    [Theory]
    [InlineData(SigningAlgorithm.Sm2)]
    [InlineData(SigningAlgorithm.Ecdsa)]
    public async Task As_issued_it_is_genuine(SigningAlgorithm algorithm)
    {
        var found = await Offline(Sheets.Issued(algorithm: algorithm));
        found.Verdict.ShouldBe(PaperVerdict.Genuine, string.Join('\n', found.Lines.Select(l => l.What.En)));
        found.Lines.ShouldAllBe(l => l.Holds == true);
        found.Expected!.Title.ShouldBe("食品经营许可证");
    }

    public static TheoryData<string, string, string> Changes =>
        new()
        {
            { "有效期至", "2029-05-01", "2039-05-01" },
            { "经营者名称", "嘉善云岫小馆（虚构）", "嘉善云袖小馆（虚构）" },
            { "统一社会信用代码", "92330421DEMA030119", "92330421DEMA030991" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task An_altered_field_is_named_with_what_it_should_say(string field, string was, string now)
    {
        var found = await Offline(
            Sheets.Forged(p => p with { Fields = [.. p.Fields.Select(f => f.Name == field ? f with { Value = now } : f)] })
        );
        found.Verdict.ShouldBe(PaperVerdict.Differs);
        var part = found.Parts.ShouldHaveSingleItem();
        (part.Part.Zh, part.ShouldBe, part.Reads).ShouldBe((field, was, now));
    }

    [Fact]
    public async Task An_altered_number_is_named()
    {
        var found = await Offline(Sheets.Forged(p => p with { Number = "JY23304210000099" }));
        found.Parts.ShouldHaveSingleItem().Part.Zh.ShouldBe("编号");
    }

    [Fact]
    public async Task Another_seal_is_named()
    {
        var found = await Offline(Sheets.Forged(p => p with { Office = "嘉善县市场监督管理所" }));
        found.Parts.Select(p => p.Part.Zh).ShouldBe(["发证机关", "印章"], ignoreOrder: true);
    }

    [Fact]
    public async Task Another_QR_code_is_named()
    {
        var found = await Offline(Sheets.Forged(p => p with { Address = "https://hall.example.fake/verify/" }));
        found.Parts.Select(p => p.Part.Zh).ShouldBe(["二维码", "验证网址"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_added_page_is_named()
    {
        var found = await Offline(Sheets.Forged(p => p with { Text = [.. p.Text, .. Enumerable.Repeat("另准许经营生食类食品。", 40)] }));
        found.Verdict.ShouldBe(PaperVerdict.Differs);
        found.Parts.Select(p => p.Part.Zh).ShouldContain("页数");
    }

    [Fact]
    public async Task A_page_added_after_signing_is_told_from_the_signed_part()
    {
        byte[] added = [.. Sheets.Issued(), .. Encoding.ASCII.GetBytes("\n99 0 obj\n<<>>\nendobj\n%%EOF\n")];
        var found = await Offline(added);
        found.Verdict.ShouldBe(PaperVerdict.Differs);
        found.Parts.ShouldHaveSingleItem().Part.Zh.ShouldBe("签名之后追加的内容");
    }

    [Fact]
    public async Task A_file_cut_off_is_told_by_how_much()
    {
        var issued = Sheets.Issued();
        var found = await Offline(issued[..^2_000]);
        found.Verdict.ShouldBe(PaperVerdict.Differs);
        found.Parts.ShouldContain(p => p.Part.Zh == "文件尾部（缺失）" && p.ShouldBe == $"{issued.Length} 字节");
    }

    [Fact]
    public async Task One_changed_byte_anywhere_is_never_genuine()
    {
        var issued = Sheets.Issued();
        for (var at = 10; at < issued.Length; at += issued.Length / 60)
        {
            var changed = issued.ToArray();
            changed[at] ^= 1;
            (await Offline(changed)).Verdict.ShouldNotBe(PaperVerdict.Genuine, $"byte {at}");
        }
    }

    [Fact]
    public void Not_even_the_envelope_of_the_signature_can_be_changed()
    {
        var issued = Sheets.Issued();
        var hole = Sheets.Latin(issued).IndexOf("/Contents<", StringComparison.Ordinal) + "/Contents<".Length;
        // The head of the envelope, its own names and versions, and the empty room behind it.
        foreach (var at in Enumerable.Range(hole, 130).Concat([hole + 1010, hole + 1011, hole + 8_000]))
        {
            var changed = issued.ToArray();
            changed[at] ^= 1;
            PdfSignature.Read(changed, Sheets.Keys.Documents)!.Holds.ShouldBeFalse($"digit {at - hole}");
        }
    }

    [Fact]
    public async Task Signed_by_somebody_else_it_is_refused()
    {
        var data = Sheets.Data(Sheets.Licence);
        var stranger = Sheets.Vault.DocumentSigner("elsewhere/1", "嘉善县市场监督管理局", SigningAlgorithm.Sm2);
        var forged = PdfSignature.Append(PdfPrint.Write(data.Paper, data.Write()), data.Paper, stranger, Sheets.At);
        var found = await Offline(forged);
        found.Verdict.ShouldBe(PaperVerdict.Differs);
        found.Lines.ShouldContain(l => l.Holds == false && l.What.En.Contains("none that this hall publishes"));
    }

    [Fact]
    public async Task Data_and_words_altered_together_are_refused_by_the_log()
    {
        var data = Sheets.Data(Sheets.Licence);
        var later = data.Paper with
        {
            Fields = [.. data.Paper.Fields.Select(f => f.Name == "有效期至" ? f with { Value = "2039-05-01" } : f)],
        };
        var forged = PdfPrint.Write(later, (data with { Paper = later }).Write());
        var found = await Offline(forged);
        found.Verdict.ShouldBe(PaperVerdict.Differs);
        found.Parts.ShouldContain(p => p.Part.Zh == "有效期至" && p.ShouldBe == "2029-05-01");
    }

    [Fact]
    public async Task A_file_that_has_nothing_to_do_with_the_hall_is_not_found()
    {
        (await Offline(Encoding.UTF8.GetBytes("hello"))).Verdict.ShouldBe(PaperVerdict.NotFound);
        (await Offline(Encoding.UTF8.GetBytes("%PDF-1.4\n%%EOF"))).Verdict.ShouldBe(PaperVerdict.NotFound);
        (await Offline(Sheets.Issued()[..5_000])).Verdict.ShouldBe(PaperVerdict.Differs); // ours, and broken
    }

    [Fact]
    public async Task Without_the_attached_data_the_hall_can_still_say_what_it_should_be()
    {
        var data = Sheets.Data(Sheets.Licence);
        var bare = PdfPrint.Write(
            data.Paper with
            {
                Fields = [.. data.Paper.Fields.SkipLast(1), new("有效期至", "2039-05-01")],
            },
            ReadOnlyMemory<byte>.Empty
        );
        var found = await PaperCheck.Check(bare, Sheets.Keys, code => Task.FromResult(code == data.Paper.Code ? data.Paper : null));
        found.Parts.ShouldContain(p => p.Part.Zh == "有效期至" && p.Reads == "2039-05-01");
        (await Offline(bare)).Verdict.ShouldBe(PaperVerdict.Differs);
    }

    [Fact]
    public async Task The_checkpoint_that_was_kept_must_be_the_same()
    {
        var other = new Checkpoint("hall.example/log", 1, new byte[32]).SignedBy(Sheets.Log);
        var found = await PaperCheck.Check(Sheets.Issued(), Sheets.Keys, kept: other);
        found.Lines.ShouldContain(l => l.Holds == false);
    }

    [Fact]
    public void Published_keys_are_read_as_they_were_written() =>
        PublishedKeys.Read(Sheets.Keys.ToString()).ToString().ShouldBe(Sheets.Keys.ToString());

    private static Task<PaperFinding> Offline(byte[] file) => PaperCheck.Check(file, Sheets.Keys);
}
