using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Documents;

/// <summary>招标文件的一个版本: written once; whoever changes a word saves the next version.</summary>
public sealed class TenderDocument : IRecorded
{
    public required long Id { get; init; }
    public required long TenderId { get; init; }

    /// <summary>版本: 1, 2, 3…; the stage of the tender says which one was filed and announced.</summary>
    public required int Number { get; init; }
    public required DocumentContent Content { get; init; }
    public required DateTime SavedAt { get; init; }

    /// <summary>Number of the notice by which an announced document was changed; none for a version of the desk.</summary>
    public string? ByNotice { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TenderDocument>
    {
        public void Configure(EntityTypeBuilder<TenderDocument> table)
        {
            table.ToTable("tender_documents").HasKey(d => d.Id);
            table.Property(d => d.Id).ValueGeneratedNever();
            table.Property(d => d.ByNotice).HasMaxLength(30);
            table.Property(d => d.Content).HasConversion(Columns.Json<DocumentContent>(), Columns.ByReference<DocumentContent>());
            table.HasIndex(d => new { d.TenderId, d.Number }).IsUnique();
            table.HasOne<Tender>().WithMany().HasForeignKey(d => d.TenderId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    /// <summary>One version; none where there is no such.</summary>
    public static Task<TenderDocument?> Of(HallDb db, long tender, int number) =>
        db.TenderDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.TenderId == tender && d.Number == number);

    /// <summary>The versions that everybody may read, in their order: the one that was filed and announced, and those of later notices.</summary>
    /// <remarks>Drafts of the desk are nobody's business. None before the announcement and after a termination.</remarks>
    public static async Task<IReadOnlyList<TenderDocument>> Published(HallDb db, Tender tender)
    {
        int? current = tender.Stage switch
        {
            Announced announced => announced.DocumentVersion,
            OpeningEnded ended => ended.DocumentVersion,
            _ => null,
        };
        if (current is not { } last)
            return [];
        var all = await db
            .TenderDocuments.AsNoTracking()
            .Where(d => d.TenderId == tender.Id && d.Number <= last)
            .OrderBy(d => d.Number)
            .ToListAsync();
        var amended = all.Find(d => d.ByNotice is not null)?.Number ?? int.MaxValue;
        var announcedAs = all.FindLast(d => d.ByNotice is null && d.Number < amended);
        return all.FindAll(d => d.ByNotice is not null || d == announcedAs);
    }

    /// <summary>The newest version; none before the first.</summary>
    public static Task<TenderDocument?> Newest(HallDb db, long tender) =>
        db.TenderDocuments.AsNoTracking().Where(d => d.TenderId == tender).OrderByDescending(d => d.Number).FirstOrDefaultAsync();
}

/// <summary>章节 of a tender document, in their order.</summary>
public enum Chapter
{
    /// <summary>招标公告</summary>
    Announcement,

    /// <summary>投标人须知</summary>
    Instructions,

    /// <summary>评标办法</summary>
    Evaluation,

    /// <summary>合同条款</summary>
    Contract,

    /// <summary>工程量清单</summary>
    Bill,

    /// <summary>技术标准和要求</summary>
    Technical,

    /// <summary>投标文件格式</summary>
    Forms,
}

/// <summary>评标方法. Bidding Law art. 41 knows these two.</summary>
public enum EvaluationKind
{
    /// <summary>综合评估法</summary>
    Comprehensive,

    /// <summary>经评审的最低投标价法</summary>
    LowestEvaluatedPrice,
}

/// <summary>评分部分</summary>
public enum ScorePart
{
    /// <summary>报价</summary>
    Price,

    /// <summary>技术</summary>
    Technical,

    /// <summary>商务</summary>
    Business,
}

/// <summary>条款: a numbered piece of text to which opinions, findings and changes are anchored.</summary>
/// <param name="Id">Stays the same through all versions, such as <c>instructions.security</c>.</param>
public sealed record Clause(string Id, Chapter Chapter, string Heading, string Text);

/// <summary>评分项</summary>
/// <param name="Weight">Points at most.</param>
/// <param name="Standard">By what the points are given.</param>
public sealed record ScoreItem(string Id, ScorePart Part, string Name, int Weight, string Standard);

/// <summary>评标办法的参数: data that a computer evaluates by, frozen with the announcement.</summary>
/// <param name="Value">Its value; empty where it is drawn at the opening.</param>
/// <param name="Drawn">The values from which it is drawn in public at the opening; none for a fixed one.</param>
public sealed record MethodParameter(string Key, string Name, string Value, IReadOnlyList<string> Drawn);

/// <summary>开标一览表的一项: what a bid states on one sheet and what is read out.</summary>
/// <param name="Unit">元, 日历天, or empty for words.</param>
public sealed record OpeningItem(string Key, string Name, string Unit);

/// <summary>Numbers of the document that the house reckons with.</summary>
/// <param name="Validity">投标有效期, calendar days from the deadline (Implementing Regulation art. 25).</param>
/// <param name="DocumentPrice">招标文件售价, fen; the cost of print and post at most (art. 16).</param>
/// <param name="DocumentDays">Days for which the documents are given out.</param>
/// <param name="BidDays">Days from giving out to the deadline.</param>
/// <param name="Consortium">是否接受联合体</param>
public sealed record DocumentTerms(int Validity, long DocumentPrice, int DocumentDays, int BidDays, bool Consortium);

/// <summary>招标文件的内容</summary>
public sealed record DocumentContent(
    IReadOnlyList<Clause> Clauses,
    EvaluationKind Method,
    IReadOnlyList<MethodParameter> Parameters,
    IReadOnlyList<ScoreItem> Scores,
    IReadOnlyList<OpeningItem> OpeningSheet,
    DocumentTerms Terms
)
{
    public Clause? Find(string id) => Clauses.FirstOrDefault(c => c.Id == id);

    /// <summary>The same document with the texts of some clauses changed; scoring, method and numbers stay as they are.</summary>
    public DocumentContent With(IEnumerable<ClauseChange> changes)
    {
        var texts = changes.ToDictionary(c => c.Clause, c => c.Text.Trim());
        return this with { Clauses = [.. Clauses.Select(c => texts.TryGetValue(c.Id, out var text) ? c with { Text = text } : c)] };
    }
}

/// <summary>One clause as it is to read from now on.</summary>
public sealed record ClauseChange(string Clause, string Text);

public static class DocumentWords
{
    public static Words Of(Chapter chapter) =>
        chapter switch
        {
            Chapter.Announcement => ("招标公告", "Announcement"),
            Chapter.Instructions => ("投标人须知", "Instructions to bidders"),
            Chapter.Evaluation => ("评标办法", "Evaluation"),
            Chapter.Contract => ("合同条款", "Contract terms"),
            Chapter.Bill => ("工程量清单", "Bill of quantities"),
            Chapter.Technical => ("技术标准和要求", "Technical requirements"),
            _ => ("投标文件格式", "Forms"),
        };

    public static Words Of(EvaluationKind kind) =>
        kind == EvaluationKind.Comprehensive
            ? ("综合评估法", "Comprehensive evaluation")
            : ("经评审的最低投标价法", "Lowest evaluated price");

    public static Words Of(ScorePart part) =>
        part switch
        {
            ScorePart.Price => ("报价", "Price"),
            ScorePart.Technical => ("技术", "Technical"),
            _ => ("商务", "Business"),
        };
}
