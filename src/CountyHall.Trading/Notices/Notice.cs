using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Notices;

/// <summary>公告类型</summary>
public enum NoticeKind
{
    /// <summary>招标公告</summary>
    TenderAnnouncement,

    /// <summary>澄清、修改公告</summary>
    Clarification,

    /// <summary>更正公告: another notice of this house was wrong.</summary>
    Correction,

    /// <summary>开标记录</summary>
    OpeningRecord,

    /// <summary>流标公告</summary>
    FailedTender,

    /// <summary>终止公告</summary>
    Termination,

    /// <summary>中标候选人公示</summary>
    Candidates,

    /// <summary>中标结果公告</summary>
    Result,

    /// <summary>合同公告</summary>
    Contract,

    /// <summary>履约公告: payments, changes, acceptance.</summary>
    Performance,
}

/// <summary>公告: published once and never altered; what was wrong is said by another notice that names it.</summary>
public sealed class Notice : IRecorded
{
    public required long Id { get; init; }
    public required long TenderId { get; init; }
    public required string Division { get; init; }
    public required NoticeKind Kind { get; init; }

    /// <summary>Its number in addresses: tender number, kind and serial, such as E3304210001000001001-01.</summary>
    public required string Number { get; init; }
    public required string TitleZh { get; init; }
    public required string TitleEn { get; init; }

    /// <summary>The contents in their order; the texts are Chinese, the headings in both languages.</summary>
    public required IReadOnlyList<NoticeSection> Sections { get; init; }
    public required DateTime PublishedAt { get; init; }

    /// <summary>The notice that this one corrects.</summary>
    public long? Corrects { get; init; }

    public Words Title => new(TitleZh, TitleEn);

    internal sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> table)
        {
            table.ToTable("notices").HasKey(n => n.Id);
            table.Property(n => n.Id).ValueGeneratedNever();
            table.Property(n => n.Division).HasMaxLength(12);
            table.Property(n => n.Number).HasMaxLength(30);
            table.Property(n => n.TitleZh).HasMaxLength(300);
            table.Property(n => n.TitleEn).HasMaxLength(300);
            table.Ignore(n => n.Title);
            table
                .Property(n => n.Sections)
                .HasConversion(Columns.Json<IReadOnlyList<NoticeSection>>(), Columns.ByText<IReadOnlyList<NoticeSection>>());
            table.HasIndex(n => n.Number).IsUnique();
            table.HasIndex(n => new { n.TenderId, n.Id });
            table.HasIndex(n => new
            {
                n.Division,
                n.PublishedAt,
                n.Id,
            });
            table.HasIndex(n => new
            {
                n.Division,
                n.Kind,
                n.PublishedAt,
                n.Id,
            });
            table.HasIndex(n => n.Corrects);
            table.HasOne<Tender>().WithMany().HasForeignKey(n => n.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Notice>().WithMany().HasForeignKey(n => n.Corrects).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One part of a notice.</summary>
/// <param name="Key">What the required contents call it, such as <c>entity</c>, <c>documents</c>.</param>
public sealed record NoticeSection(string Key, Words Heading, string Text);
