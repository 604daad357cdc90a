using System.Reflection;
using System.Runtime.CompilerServices;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;

namespace CountyHall.Trading.Rules.Chapters;

/// <summary>Bidding Law art. 16, Zhejiang Bidding Regulation arts. 16 and 17; a published notice is never altered.</summary>
public class Notices_of_a_tender
{
    [Fact]
    [Trait("Rule", "TR-3.2")]
    public void A_notice_that_lacks_what_its_kind_must_have_is_not_published()
    {
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var required = NoticeContents.Of(kind);
            NoticeSection[] full = [.. required.Select(r => new NoticeSection(r.Key, r.Name, "示例"))];
            NoticeContents.Missing(kind, full).ShouldBeEmpty();
            foreach (var section in required)
            {
                NoticeContents.Missing(kind, [.. full.Where(s => s.Key != section.Key)]).ShouldBe([section]);
                NoticeContents.Missing(kind, [.. full.Select(s => s.Key == section.Key ? s with { Text = " " } : s)]).ShouldBe([section]);
            }
        }
    }

    [Theory]
    [Trait("Rule", "TR-3.2")]
    [InlineData("entity")]
    [InlineData("nature")]
    [InlineData("scale")]
    [InlineData("place")]
    [InlineData("time")]
    [InlineData("documents")]
    [InlineData("funds")]
    [InlineData("qualification")]
    [InlineData("price")]
    public void An_announcement_says_what_the_law_and_Zhejiang_ask_for(string key) =>
        NoticeContents.Of(NoticeKind.TenderAnnouncement).ShouldContain(r => r.Key == key);

    [Theory]
    [InlineData(typeof(Notice))]
    [InlineData(typeof(TenderDocument))]
    public void Nothing_of_a_notice_or_of_a_version_of_the_documents_can_be_set_after_it_was_made(Type row)
    {
        foreach (var property in row.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null))
            property
                .SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
                .ShouldContain(typeof(IsExternalInit), $"{row.Name}.{property.Name}");
    }

    [Fact]
    public void Only_the_book_of_notices_makes_a_notice()
    {
        var source = Directory
            .GetFiles(Path.Combine(TenderDesk.Root, "src/CountyHall.Trading"), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains("/obj/", StringComparison.Ordinal) && File.ReadAllText(f).Contains("new Notice\n", StringComparison.Ordinal)
            );
        source.Select(Path.GetFileName).ShouldBe(["NoticeBook.cs"]);
    }
}
