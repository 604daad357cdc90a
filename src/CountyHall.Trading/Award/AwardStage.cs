using System.Text.Json.Serialization;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Award;

/// <summary>定标环节: from the signed report to the end of the contract.</summary>
/// <remarks>All stages in the order of life; docs/trading/award.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(ReportReceived), "report-received")]
[JsonDerivedType(typeof(CandidatesPublished), "candidates-published")]
[JsonDerivedType(typeof(ReferredBack), "referred-back")]
[JsonDerivedType(typeof(WinnerFixed), "winner-fixed")]
[JsonDerivedType(typeof(WinnerNotified), "winner-notified")]
[JsonDerivedType(typeof(ContractProposed), "contract-proposed")]
[JsonDerivedType(typeof(ContractSigned), "contract-signed")]
[JsonDerivedType(typeof(ContractFulfilled), "contract-fulfilled")]
[JsonDerivedType(typeof(AwardFailed), "award-failed")]
public abstract record AwardStage(DateTime At)
{
    public abstract Words Name { get; }

    /// <summary>The first stage: the report of the committee is signed.</summary>
    public static ReportReceived Receive(DateTime signedAt) => new(signedAt, [], 0);
}

/// <summary>A stage before the contract: there may be no winner after all.</summary>
public abstract record AwardOpen(DateTime At) : AwardStage(At)
{
    /// <summary>重新招标. Bidding Law art. 42(2); Implementing Regulation art. 55.</summary>
    public AwardFailed Fail(DateTime at, FailureReason reason) => new(at, reason);
}

/// <summary>已收到评标报告</summary>
/// <param name="At">When the report, or the review of the committee, was signed by all.</param>
/// <param name="Passed">Who cannot be a candidate any more.</param>
/// <param name="Reviews">How often the committee has reviewed its report.</param>
public sealed record ReportReceived(DateTime At, IReadOnlyList<PassedOver> Passed, int Reviews) : AwardOpen(At)
{
    public override Words Name => ("已收到评标报告，待公示", "Report received, candidates to be published");

    /// <summary>The three days in which the candidates are published. TR-3.28.</summary>
    [JsonIgnore]
    public Clock Clock => Clock.Start(Rulebook.CandidatesAfterReport, At);

    /// <summary>公示中标候选人. Implementing Regulation art. 54(1).</summary>
    public CandidatesPublished Publish(DateTime at, IReadOnlyList<Candidate> candidates, string notice) =>
        new(at, new Slate(candidates, Passed), notice, Reviews);

    /// <summary>退回复核: the report itself shows an error.</summary>
    public ReferredBack Refer(DateTime at, string question) => new(at, Passed, question, Reviews + 1);
}

/// <summary>公示中</summary>
/// <param name="Notice">Number of the notice.</param>
public sealed record CandidatesPublished(DateTime At, Slate Slate, string Notice, int Reviews) : AwardOpen(At)
{
    public override Words Name => ("候选人公示中", "Candidates published");

    /// <summary>The three days or more of the publicity; a last day of rest moves on. TR-3.29.</summary>
    [JsonIgnore]
    public Clock Clock => Clock.Start(Rulebook.CandidatePublicity, At);

    /// <summary>A candidate cannot win any more; the others stay as they were published.</summary>
    public CandidatesPublished Strike(PassedOver passed) => this with { Slate = Slate.Without(passed) };

    /// <summary>原评标委员会复核: an objection is referred to the committee.</summary>
    public ReferredBack Refer(DateTime at, string question) => new(at, Slate.Passed, question, Reviews + 1);

    /// <summary>确定中标人: the first who is left. Implementing Regulation art. 55.</summary>
    public WinnerFixed Fix(DateTime at) => new(at, Slate, Slate.First ?? throw new InvalidOperationException("No candidate is left."));
}

/// <summary>复核中: every member of the committee says what the question changes.</summary>
/// <param name="Review">Which review it is, from 1.</param>
public sealed record ReferredBack(DateTime At, IReadOnlyList<PassedOver> Passed, string Question, int Review) : AwardOpen(At)
{
    public override Words Name => ("评标委员会复核中", "Under review by the committee");

    /// <summary>复核结束: with the last signature the candidates are to be published anew.</summary>
    public ReportReceived Conclude(DateTime at, IReadOnlyList<PassedOver> rejected) => new(at, [.. Passed, .. rejected], Review);
}

/// <summary>A stage with a winner and without a contract.</summary>
public abstract record WinnerStands(DateTime At, Slate Slate, Candidate Winner) : AwardOpen(At)
{
    /// <summary>依次确定其他中标候选人: on one of the four grounds of art. 55.</summary>
    public WinnerFixed PassOver(DateTime at, PassedOver passed)
    {
        var left = Slate.Without(passed);
        return new(at, left, left.First ?? throw new InvalidOperationException("No candidate is left."));
    }
}

/// <summary>已确定中标人</summary>
public sealed record WinnerFixed(DateTime At, Slate Slate, Candidate Winner) : WinnerStands(At, Slate, Winner)
{
    public override Words Name => ("已确定中标人，待发中标通知书", "Winner chosen, award notice to be issued");

    /// <summary>The fifteen days in which the award notice goes out. TR-3.33.</summary>
    [JsonIgnore]
    public Clock Clock => Clock.Start(Rulebook.AwardNoticeIssue, At);

    /// <summary>发出中标通知书. Bidding Law art. 45.</summary>
    /// <param name="bond">履约保证金 that is asked for, fen; 0 for none.</param>
    public WinnerNotified Notify(DateTime at, long bond) => new(at, Slate, Winner, bond, null);
}

/// <summary>履约保证金, as it was given.</summary>
/// <param name="Amount">Fen.</param>
/// <param name="Form">Such as 银行保函, with issuer and number.</param>
public sealed record PerformanceBond(long Amount, string Form, DateTime At);

/// <summary>已发中标通知书</summary>
/// <param name="BondAsked">Fen; 0 for none.</param>
/// <param name="Bond">None until it is there.</param>
public sealed record WinnerNotified(DateTime At, Slate Slate, Candidate Winner, long BondAsked, PerformanceBond? Bond)
    : WinnerStands(At, Slate, Winner)
{
    public override Words Name => ("已发中标通知书，待签合同", "Award notice issued, contract to be signed");

    /// <summary>The thirty days in which the contract is signed; a last day of rest moves on. TR-3.34.</summary>
    [JsonIgnore]
    public Clock Clock => Clock.Start(Rulebook.ContractSigning, At);

    public WinnerNotified Receive(PerformanceBond bond) => this with { Bond = bond };

    /// <summary>The entity signs a contract that keeps to documents and bid.</summary>
    public ContractProposed Propose(DateTime at, AwardContract contract) => new(at, At, Slate, Winner, BondAsked, Bond, contract);
}

/// <summary>招标人已签，待中标人签</summary>
/// <param name="NotifiedAt">When the award notice went out.</param>
public sealed record ContractProposed(
    DateTime At,
    DateTime NotifiedAt,
    Slate Slate,
    Candidate Winner,
    long BondAsked,
    PerformanceBond? Bond,
    AwardContract Contract
) : WinnerStands(At, Slate, Winner)
{
    public override Words Name => ("合同待中标人签署", "Contract to be signed by the winner");

    /// <summary>The thirty days run from the award notice. TR-3.34.</summary>
    [JsonIgnore]
    public Clock Clock => Clock.Start(Rulebook.ContractSigning, NotifiedAt);

    public ContractProposed Receive(PerformanceBond bond) => this with { Bond = bond };

    /// <summary>Another wording before the winner has signed.</summary>
    public ContractProposed Propose(DateTime at, AwardContract contract) => this with { At = at, Contract = contract };

    /// <summary>The winner signs. Bidding Law art. 46.</summary>
    public ContractSigned Sign(DateTime at) => new(at, NotifiedAt, Winner, Bond, Contract, null);
}

/// <summary>合同已订立</summary>
/// <param name="Notice">Number of the notice by which it was published and filed; none before.</param>
public sealed record ContractSigned(
    DateTime At,
    DateTime NotifiedAt,
    Candidate Winner,
    PerformanceBond? Bond,
    AwardContract Contract,
    string? Notice
) : AwardStage(At)
{
    public override Words Name =>
        Notice is null ? ("合同已签，待公告备案", "Contract signed, to be published and filed") : ("履约中", "Under contract");

    /// <summary>The fifteen days in which it is filed. TR-3.37.</summary>
    [JsonIgnore]
    public Clock Clock => Clock.Start(Rulebook.ContractFiling, At);

    /// <summary>合同公告和备案. Zhejiang Bidding Regulation art. 40.</summary>
    public ContractSigned Publish(string notice) => this with { Notice = notice };

    /// <summary>履约完成</summary>
    public ContractFulfilled Complete(DateTime at, string acceptance) => new(at, At, Winner, Contract, acceptance);
}

/// <summary>履约完成</summary>
/// <param name="Acceptance">验收结论</param>
public sealed record ContractFulfilled(DateTime At, DateTime SignedAt, Candidate Winner, AwardContract Contract, string Acceptance)
    : AwardStage(At)
{
    public override Words Name => ("履约完成", "Contract performed");
}

/// <summary>未产生中标人</summary>
public sealed record AwardFailed(DateTime At, FailureReason Reason) : AwardStage(At)
{
    public override Words Name => ($"没有中标人：{FailureReasons.NameOf(Reason).Zh}", $"No winner: {FailureReasons.NameOf(Reason).En}");
}
