using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>串标嫌疑移交: confirmed findings with their evidence, handed over to the competent department. The evidence is frozen with it.</summary>
/// <remarks>Bidding Law arts. 7 and 53: the administrative department investigates and decides; the house only hands over.</remarks>
public sealed class CollusionReferral : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required long LotId { get; init; }

    /// <summary>移交编号, such as YJ-0Z3K7-2MQ94-QDXA: its id in the form of a short code.</summary>
    public required string Number { get; init; }

    /// <summary>Key of the office that investigates.</summary>
    public required string To { get; init; }
    public required IReadOnlyList<Suspect> Suspects { get; init; }

    /// <summary>证据包: the file as it is handed out, byte for byte. <see cref="ReferralPack"/> describes it.</summary>
    public required string Pack { get; init; }

    /// <summary>SHA-256 of the evidence in the pack, lowercase hex.</summary>
    public required string Sha256 { get; init; }
    public required DateTime ReferredAt { get; init; }
    public required string By { get; init; }
    public required ReferralStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    /// <summary>Lets a step happen, if the referral stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : ReferralStage
        where TTo : ReferralStage
    {
        if (Stage is not TFrom from)
            return new ReferralOver();
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<CollusionReferral>
    {
        public void Configure(EntityTypeBuilder<CollusionReferral> table)
        {
            table.ToTable("collusion_referrals").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Division).HasMaxLength(12);
            table.Property(r => r.Number).HasMaxLength(30);
            table.Property(r => r.To).HasMaxLength(60);
            table.Property(r => r.Suspects).HasConversion(Columns.Json<IReadOnlyList<Suspect>>(), Columns.ByText<IReadOnlyList<Suspect>>());
            table.Property(r => r.Sha256).HasMaxLength(64);
            table.Property(r => r.By).HasMaxLength(100);
            table.Property(r => r.StageName).HasMaxLength(40);
            table
                .Property(r => r.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<ReferralStage>(json, Recording.Json)!,
                    Columns.ByReference<ReferralStage>()
                );
            table.HasIndex(r => r.Number).IsUnique();
            table.HasIndex(r => new { r.LotId, r.Id });
            table.HasIndex(r => r.TenderId);
            table.HasIndex(r => new
            {
                r.Division,
                r.To,
                r.Id,
            });
            table.HasOne<Lot>().WithMany().HasForeignKey(r => r.LotId).OnDelete(DeleteBehavior.Restrict);
            table.Property(r => r.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>涉嫌企业</summary>
/// <param name="Id">Number of its bid in the report.</param>
/// <param name="Bidder">Party id of the firm.</param>
/// <param name="Code">统一社会信用代码</param>
public sealed record Suspect(string Id, long Bidder, string Name, string Code);

/// <summary>What the department came to.</summary>
public enum ReferralOutcome
{
    /// <summary>查实串通投标</summary>
    Established,

    /// <summary>未查实</summary>
    NotEstablished,

    /// <summary>涉嫌犯罪，移送公安机关</summary>
    HandedToPolice,
}

/// <summary>移交环节</summary>
/// <remarks>A referral ends with its result and in no other way.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(ReferralSent), "referral-sent")]
[JsonDerivedType(typeof(ReferralAnswered), "referral-answered")]
public abstract record ReferralStage(DateTime At)
{
    public abstract Words Name { get; }

    /// <summary>The first step; the rest follow from it.</summary>
    public static ReferralSent Begin(DateTime at) => new(at);

    public static Words NameOf(ReferralOutcome outcome) =>
        outcome switch
        {
            ReferralOutcome.Established => ("查实串通投标", "collusion established"),
            ReferralOutcome.NotEstablished => ("未查实", "not established"),
            _ => ("涉嫌犯罪，移送公安机关", "handed to the police"),
        };
}

/// <summary>已移交，待查处</summary>
public sealed record ReferralSent(DateTime At) : ReferralStage(At)
{
    public override Words Name => ("已移交，待查处", "Referred, under investigation");

    /// <summary>反馈查处结果</summary>
    public ReferralAnswered Answer(DateTime at, ReferralOutcome outcome, string text, string by) => new(at, outcome, text, by);
}

/// <summary>已反馈结果，办结</summary>
/// <param name="Text">The result, with the number of the decision where there is one.</param>
public sealed record ReferralAnswered(DateTime At, ReferralOutcome Outcome, string Text, string By) : ReferralStage(At)
{
    public override Words Name => ("已反馈结果，办结", "Answered and closed");
}
