using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CountyHall.Journeys.House;

/// <summary>Records of an earlier version are taken over as they stood.</summary>
public abstract class An_older_house(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task Facts_keep_their_places_in_the_log_and_what_waited_still_waits()
    {
        var storage = await Hall.Engine.Empty();
        var options = new DbContextOptionsBuilder<HallDb>();
        storage.Configure(options, Hall.Clock);
        options.UseApplicationServiceProvider(Hall.Services);
        await using var db = new HallDb(options.Options);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("DeskEntriesLaid");
        // Entered out of order; one waits, and one of which nobody may know waits for its instant.
        await Put(1, "case-received", "1");
        await Put(2, "case-accepted", "0");
        await Put(3, "case-received", "NULL");
        await Put(4, "bid-submitted", "NULL");
        await migrator.MigrateAsync();

        var facts = await db.Facts.AsNoTracking().OrderBy(f => f.Id).ToListAsync();
        var places = await PublicLog.PlacesOf(db, facts);
        facts.Select(fact => places.TryGetValue(fact.Id, out var place) ? place : -1).ShouldBe([1, 0, -1, -1]);
        (await PublicLog.Waiting(db)).ShouldBe(1);
        var quiet = await db.Set<LogRun>().AsNoTracking().SingleAsync(r => r.First == null && r.Quiet);
        quiet.FactIds.ShouldBe([4]);

        async Task Put(long id, string kind, string place)
        {
#pragma warning disable EF1002 // The test's own numbers and words.
            await db.Database.ExecuteSqlRawAsync(
                $"""
                INSERT INTO facts ("Id", "Subject", "Kind", "OccurredAt", "RecordedAt", "Actor", "Place", "Channel", "Body", "After", "Salt", "LogIndex")
                SELECT {id}, 9, '{kind}', now, now, 0, 'A04', 'Window', 'null', bytes, bytes, {place} FROM (SELECT {Engine}) AS one
                """
            );
#pragma warning restore EF1002
        }
    }

    /// <summary>An instant and some bytes, as this database writes them.</summary>
    private string Engine =>
        Hall.Engine == Journeys.Engine.Embedded
            ? """'2026-11-24 01:00:00' AS now, x'00' AS bytes"""
            : """timestamptz '2026-11-24 01:00:00+00' AS now, '\x00'::bytea AS bytes""";
}

public sealed class An_older_house_on_the_embedded_database(EmbeddedHall hall) : An_older_house(hall), IClassFixture<EmbeddedHall>;

public sealed class An_older_house_on_PostgreSQL(PostgresHall hall) : An_older_house(hall), IClassFixture<PostgresHall>;
