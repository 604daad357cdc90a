using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Kernel.Outbox;

/// <summary>发件箱: something that has to leave the house (a message, a push) or to happen later, born in the transaction that decided it.</summary>
/// <remarks>Done at least once, so whoever does it must bear doing it twice.</remarks>
public sealed class Job
{
    public required long Id { get; init; }
    public required string Kind { get; init; }
    public required string Body { get; init; }
    public required DateTime Due { get; init; }

    /// <summary>The worker that has it in hand, until <see cref="Until"/>.</summary>
    public string? Owner { get; private set; }
    public DateTime? Until { get; private set; }
    public int Tries { get; private set; }
    public DateTime? Done { get; private set; }

    /// <summary>Why the last try failed, for the page of jobs.</summary>
    public string? Trouble { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> table)
        {
            table.ToTable("jobs").HasKey(j => j.Id);
            table.Property(j => j.Id).ValueGeneratedNever();
            table.Property(j => j.Kind).HasMaxLength(60);
            table.Property(j => j.Owner).HasMaxLength(60);
            table.HasIndex(j => j.Due, "IX_jobs_open").HasFilter("\"Done\" IS NULL");
        }
    }
}

public static class Posting
{
    /// <summary>Puts something into the outbox, in the transaction under way.</summary>
    public static void Post<TBody>(this HallDb db, Occasion on, TBody body, DateTime? due = null)
        where TBody : notnull =>
        db.Append(
            new Job
            {
                Id = Ids.Next(on.At),
                Kind = Recording.KindOf(typeof(TBody)),
                Body = JsonSerializer.Serialize(body, Recording.Json),
                Due = due ?? on.At,
            }
        );
}

/// <summary>A short message to the telephone of a party. Sending is off unless a provider is configured.</summary>
/// <param name="Party">Whose telephone; the number is looked up when it is sent, so it never stands in the outbox.</param>
/// <param name="Text">Chinese text without personal data beyond the case number.</param>
public sealed record TextMessage(long Party, string Text, string? CaseNumber = null);

/// <summary>A message to those of one office who have one of these roles. What it tells of stands on their desk as well.</summary>
/// <param name="Office">Key of the office.</param>
/// <param name="Text">Chinese text without personal data beyond the case number.</param>
public sealed record StaffMessage(string Division, string Office, IReadOnlyList<People.Role> To, string Text, string? CaseNumber = null);
