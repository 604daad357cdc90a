using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Projects;

/// <summary>邀请招标的理由. Implementing Regulation art. 8 knows these two and no third.</summary>
public enum InvitationGround
{
    /// <summary>技术复杂、有特殊要求或者受自然环境限制，只有少量潜在投标人可供选择</summary>
    FewSuppliers,

    /// <summary>采用公开招标方式的费用占项目合同金额的比例过大</summary>
    CostTooHigh,
}

/// <summary>邀请: why a tender is not open, and whom the desk invites. The names are the desk's own; no page for others reads this row (Bidding Law art. 22).</summary>
public sealed class Invitation : IRecorded
{
    public required long Id { get; init; }
    public required long TenderId { get; init; }
    public required InvitationGround Ground { get; init; }

    /// <summary>批准或者认定文号: by which decision the ground was recognised.</summary>
    public required string Approval { get; init; }

    /// <summary>Names of the firms invited.</summary>
    public required IReadOnlyList<string> Invited { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> table)
        {
            table.ToTable("invitations").HasKey(i => i.Id);
            table.Property(i => i.Id).ValueGeneratedNever();
            table.Property(i => i.Approval).HasMaxLength(100);
            table.Property(i => i.Invited).HasConversion(Columns.Json<IReadOnlyList<string>>(), Columns.ByText<IReadOnlyList<string>>());
            table.HasIndex(i => i.TenderId).IsUnique();
            table.HasOne<Tender>().WithMany().HasForeignKey(i => i.TenderId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What the desk says of an invited tender.</summary>
public sealed record InvitationDraft(InvitationGround? Ground, string Approval, IReadOnlyList<string> Invited)
{
    /// <summary>Refuses a tender that is not open without its ground, or with too few invited; null where it may be.</summary>
    public static Refusal? Check(TenderMethod method, InvitationDraft? draft)
    {
        if (method == TenderMethod.Open)
            return null;
        if (draft?.Ground is not { } ground || !Enum.IsDefined(ground) || string.IsNullOrWhiteSpace(draft.Approval))
            return new InvitationGroundMissing();
        return draft.Names.Count < Rulebook.Invitees.Amount ? new TooFewInvited(draft.Names.Count) : null;
    }

    internal IReadOnlyList<string> Names =>
        [.. Invited.Select(name => name.Trim()).Where(name => name.Length is > 0 and <= 200).Distinct(StringComparer.Ordinal)];
}

public sealed record InvitationGroundMissing()
    : Refusal(
        (
            "国有资金占控股或者主导地位的项目应当公开招标；没有写明邀请招标的法定理由和批准（认定）文号。",
            "Such a project is tendered openly; the lawful ground of an invited tender, or the decision that recognised it, is missing."
        ),
        (
            "理由只有两种：只有少量潜在投标人可供选择，或者公开招标的费用占合同金额的比例过大。请选一种并写明文号，否则改为公开招标。",
            "There are two grounds: few firms to choose from, or an open tender costs too much of the contract. Choose one and name the decision, or tender openly."
        ),
        Laws.BiddingRegulation.At("第八条", "art. 8")
    );

public sealed record TooFewInvited(int Invited)
    : Refusal(
        (
            $"邀请招标至少邀请 {Rulebook.Invitees.Amount} 家，现在写了 {Invited} 家。",
            $"At least {Rulebook.Invitees.Amount} firms are invited; {Invited} are named."
        ),
        ("请补足受邀单位，同一家只算一次。", "Name more firms; the same one counts once."),
        Rulebook.Invitees.Basis
    );
