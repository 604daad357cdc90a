using CountyHall.Kernel.Results;
using CountyHall.Trading.Evaluation;

namespace CountyHall.Web.Pages.BidEvaluation;

/// <summary>How the pages name what an evaluation knows.</summary>
public static class EvaluationWords
{
    public static Words Of(MotionKind kind) =>
        kind switch
        {
            MotionKind.RejectBid => ("否决投标", "Reject the bid"),
            MotionKind.RejectAll => ("否决全部投标", "Reject all bids"),
            MotionKind.CorrectPrice => ("算术修正", "Correct the price"),
            MotionKind.AdjustPrice => ("商务调整", "Adjust the price"),
            _ => ("延长评标时间", "More time"),
        };

    public static Words Of(MotionOutcome outcome) =>
        outcome switch
        {
            MotionOutcome.Carried => ("通过", "Carried"),
            MotionOutcome.Lost => ("未通过", "Lost"),
            _ => ("表决中", "Open"),
        };

    public static Words Of(ClarificationKind kind) =>
        kind switch
        {
            ClarificationKind.MinorDeviation => ("细微偏差补正", "Minor deviation"),
            ClarificationKind.LowPrice => ("低价说明", "Low price"),
            _ => ("澄清、说明", "Clarification"),
        };

    public static Words Of(Signature signature) =>
        signature switch
        {
            Signature.Agreed => ("同意，已签字", "Agreed and signed"),
            Signature.Dissented => ("有不同意见，已书面说明", "Dissent in writing"),
            _ => ("拒绝签字，视为同意", "Refused to sign: deemed agreed"),
        };

    public static Words PartOf(string part) =>
        part switch
        {
            "price" => ("报价", "Price"),
            "technical" => ("技术", "Technical"),
            _ => ("商务", "Business"),
        };

    /// <summary>A score as people write it: 15, 14.5, 58.77.</summary>
    public static string Points(decimal points) => points.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    public static string Yuan(decimal fen) => (fen / 100).ToString("#,0.00", System.Globalization.CultureInfo.InvariantCulture);
}
