using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>救济途径: what every refusal must say (Administrative Licensing Law art. 38), with the limits of the rulebook.</summary>
public static class Remedies
{
    public static Words Text =>
        (
            $"如不服，可自知道之日起 {Rulebook.ReconsiderationRequest.Amount} 日内申请行政复议，或者 {Rulebook.DirectSuit.Amount} 个月内提起行政诉讼。",
            $"If you disagree you may ask for reconsideration within {Rulebook.ReconsiderationRequest.Amount} days, or sue within {Rulebook.DirectSuit.Amount} months, of knowing of it."
        );
}
