using CountyHall.Kernel.Results;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;
using CountyHall.Web.Components;

namespace CountyHall.Web.Pages.Trading;

/// <summary>交易状态: what a visitor is told of a tender; dates decide where the stage alone does not.</summary>
public enum TradeState
{
    /// <summary>投标中: the deadline lies ahead.</summary>
    Open,

    /// <summary>开标中: the deadline has passed, the opening is not ended.</summary>
    Opening,

    /// <summary>已开标, being evaluated</summary>
    Opened,

    /// <summary>流标</summary>
    Failed,

    /// <summary>已终止</summary>
    Terminated,

    /// <summary>公示中: candidates of a lot are published.</summary>
    Publicity,

    /// <summary>已成交: every lot that has not failed has its winner.</summary>
    Awarded,
}

/// <summary>What the public pages of the floor call things.</summary>
public static class TradingWords
{
    public static Words NameOf(TenderKind kind) =>
        kind switch
        {
            TenderKind.Works => ("施工", "Works"),
            TenderKind.Goods => ("货物", "Goods"),
            TenderKind.Services => ("服务", "Services"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static Words NameOf(TenderMethod method) =>
        method == TenderMethod.Open ? ("公开招标", "Open tender") : ("邀请招标", "Invited tender");

    public static Words NameOf(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.TenderAnnouncement => ("招标公告", "Tender announcement"),
            NoticeKind.Clarification => ("澄清修改", "Clarification"),
            NoticeKind.Correction => ("更正公告", "Correction"),
            NoticeKind.OpeningRecord => ("开标记录", "Record of opening"),
            NoticeKind.FailedTender => ("流标公告", "Failed tender"),
            NoticeKind.Termination => ("终止公告", "Termination"),
            NoticeKind.Candidates => ("候选人公示", "Candidates"),
            NoticeKind.Result => ("中标结果", "Result"),
            NoticeKind.Contract => ("合同公告", "Contract"),
            NoticeKind.Performance => ("履约公告", "Performance"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static Words NameOf(TradeState state) =>
        state switch
        {
            TradeState.Open => ("投标中", "Open for bids"),
            TradeState.Opening => ("正在开标", "Being opened"),
            TradeState.Opened => ("已开标", "Opened"),
            TradeState.Failed => ("流标", "Failed"),
            TradeState.Terminated => ("已终止", "Terminated"),
            TradeState.Publicity => ("候选人公示中", "Candidates published"),
            TradeState.Awarded => ("已成交", "Awarded"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static LampState LampOf(TradeState state) =>
        state switch
        {
            TradeState.Failed => LampState.Warning,
            TradeState.Terminated => LampState.Paused,
            _ => LampState.OnTime,
        };

    /// <summary>Where a tender stands; none while it has not been announced, and then it is nobody's business.</summary>
    /// <param name="failed">All its lots failed.</param>
    public static TradeState? StateOf(TenderStage stage, bool failed, DateTime now) =>
        stage switch
        {
            Announced announced => now < announced.Times.BidDeadline ? TradeState.Open : TradeState.Opening,
            OpeningEnded => failed ? TradeState.Failed : TradeState.Opened,
            Terminated => TradeState.Terminated,
            _ => null,
        };

    /// <summary>The same, for a visitor who sees how each lot went on.</summary>
    public static TradeState? StateOf(TenderStage stage, IReadOnlyCollection<LotStage> lots, DateTime now)
    {
        var state = StateOf(stage, lots.All(IsOver), now);
        return state != TradeState.Opened ? state
            : lots.Any(l => l is InPublicity) ? TradeState.Publicity
            : lots.All(l => IsOver(l) || HasWinner(l)) ? TradeState.Awarded
            : TradeState.Opened;
    }

    /// <summary>流标, or given up after that.</summary>
    public static bool IsOver(LotStage lot) => lot is Failed or Stopped;

    public static bool HasWinner(LotStage lot) => lot is Awarded or UnderContract or Performed or Archived;

    /// <summary>How long there is: 20 天, 2 天 22 小时, 3 小时 36 分.</summary>
    public static Words Left(DateTime deadline, DateTime now)
    {
        var left = deadline - now;
        if (left <= TimeSpan.Zero)
            return ("已截止", "over");
        if (left.TotalDays >= 3)
            return ($"{(int)left.TotalDays} 天", $"{(int)left.TotalDays} days");
        return left.TotalDays >= 1 ? ($"{(int)left.TotalDays} 天 {left.Hours} 小时", $"{(int)left.TotalDays} d {left.Hours} h")
            : left.TotalHours >= 1 ? ($"{left.Hours} 小时 {left.Minutes} 分", $"{left.Hours} h {left.Minutes} min")
            : ($"{Math.Max(1, left.Minutes)} 分钟内", $"within {Math.Max(1, left.Minutes)} min");
    }

    /// <summary>灯 of a security.</summary>
    public static LampState LampOf(SecurityStage stage) =>
        stage switch
        {
            Awaited or RefundOrdered or LetterHandedIn => LampState.Warning,
            LetterRejected or Forfeited => LampState.Overdue,
            _ => LampState.OnTime,
        };
}
