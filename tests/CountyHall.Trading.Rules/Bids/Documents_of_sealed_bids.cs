using System.Text.RegularExpressions;
using CountyHall.Kernel.Law;
using CountyHall.Trading.Bids;

namespace CountyHall.Trading.Rules.Bids;

/// <summary>docs/trading/bids.md and docs/events.md: the picture and the list are the code.</summary>
public partial class Documents_of_sealed_bids
{
    [Theory]
    [InlineData(typeof(BidStage))]
    [InlineData(typeof(CertificateStage))]
    public void Every_stage_is_drawn(Type stages)
    {
        var drawn = Arrow()
            .Matches(Read("docs/trading/bids.md"))
            .SelectMany(m => new[] { m.Groups[1].Value, m.Groups[2].Value })
            .ToHashSet();
        foreach (var stage in stages.Assembly.GetTypes().Where(t => t.IsSubclassOf(stages) && !t.IsAbstract))
            drawn.ShouldContain(stage.Name);
    }

    [Fact]
    public void Every_use_case_and_every_number_is_written_down()
    {
        var events = Read("docs/events.md");
        foreach (var useCase in TradingModule.UseCases.Where(t => t.Namespace == typeof(Bid).Namespace))
            events.ShouldContain($"`{useCase.Name}`");
        foreach (var limit in new[] { Rulebook.CertificateValidity, Rulebook.CustodiansAgreeing, Rulebook.CustodiansOfPanel })
            Read("docs/trading/bids.md").ShouldContain(limit.Id);
    }

    [Fact]
    public void The_format_says_every_name_that_stands_in_an_envelope()
    {
        var format = Read("docs/trading/bid-envelope.md");
        foreach (
            var name in new[]
            {
                EnvelopeHeader.ThisFormat,
                EnvelopeHeader.Hpke,
                EnvelopeHeader.Ecdsa,
                EnvelopeHeader.Aes,
                KeyFile.ThisFormat,
                KeyFile.Pbkdf2,
            }
        )
            format.ShouldContain(name);
        Type[] written =
        [
            typeof(EnvelopeHeader),
            typeof(WrappedKey),
            typeof(CustodianShares),
            typeof(WrappedShare),
            typeof(BidManifest),
            typeof(OpeningSheet),
            typeof(BidFile),
            typeof(KeyFile),
            typeof(KeyDerivation),
            typeof(SealingTerms),
            typeof(PanelSeat),
        ];
        foreach (var field in written.SelectMany(t => t.GetConstructors()[0].GetParameters()))
            format.ShouldContain($"`{char.ToLowerInvariant(field.Name![0])}{field.Name[1..]}`");
    }

    [GeneratedRegex(@"(\w+) -->(?:\|[^|]*\|)? (\w+)")]
    private static partial Regex Arrow();

    private static string Read(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CountyHall.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return File.ReadAllText(Path.Combine(folder, path));
    }
}
