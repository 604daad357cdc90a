using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using CountyHall.Web.Hosting;
using CountyHall.Web.Pages.Trading;

namespace CountyHall.Web.Pages.Bidding;

/// <summary>One lot as its bidder sees it.</summary>
/// <param name="Id">Id of the registration.</param>
/// <param name="Duty">要做的: the next step, with the page where it is taken; none where somebody else is awaited.</param>
public sealed record MyLot(
    long Id,
    string Number,
    Words Name,
    Words LotName,
    string Firm,
    DateTime? Deadline,
    RegistrationStage Registration,
    SecurityStage? Security,
    bool SecurityAsked,
    Words State,
    (Words What, string Href)? Duty
)
{
    /// <param name="asked">The committee waits for an answer of this bidder.</param>
    public static MyLot Of(Registration r, Lot lot, Tender tender, BidSecurity? security, DateTime now, Doors doors, bool asked)
    {
        var deadline = tender.BidDeadline;
        return new(
            r.Id,
            lot.Number,
            (tender.NameZh, tender.NameEn),
            (lot.NameZh, lot.NameEn),
            r.BidderName,
            deadline,
            r.Stage,
            security?.Stage,
            lot.Security > 0,
            TradingWords.StateOf(tender.Stage, [lot.Stage], now) is { } state ? TradingWords.NameOf(state) : lot.Stage.Name,
            deadline > now && lot.Stage is Open ? Next(r, lot, security, doors)
                : lot.Stage is Open or BeingOpened ? (new Words("去开标大厅", "To the opening hall"), $"/openings/{tender.Number}")
                : asked ? (new Words("答复评标委员会", "Answer the committee"), $"/evaluation/{lot.Number}/clarifications")
                : lot.Stage is Opened ? (new Words("看开标记录", "See the record of the opening"), $"/openings/{tender.Number}")
                : TradingWords.HasWinner(lot.Stage) || lot.Stage is InPublicity
                    ? (new Words("看评标结果", "See the result"), $"/bidding/results/{lot.Number}")
                : null
        );
    }

    private static (Words What, string Href)? Next(Registration r, Lot lot, BidSecurity? security, Doors doors)
    {
        (Words, string) money(Words what) => (what, $"/bidding/securities/{lot.Number}");
        return (r.Stage, security?.Stage) switch
        {
            (RegistrationRefused, _) => null,
            (RegistrationReturned, _) => (("补充报名材料", "Complete the registration"), $"/bidding/registrations/{lot.Number}"),
            (_, null) when lot.Security > 0 => money(("领取保证金子账号", "Get the sub-account for the security")),
            (_, Awaited) => money(("交投标保证金", "Pay the security")),
            (RegistrationAccepted, _) when doors.Has("/bidding/lots/{number}") => (
                ("递交投标文件", "Hand in the bid"),
                $"/bidding/lots/{lot.Number}"
            ),
            _ => null,
        };
    }
}
