using System.Security.Cryptography;
using System.Text;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Notices;
using CountyHall.Trading.RedFlags.OwnLots;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CountyHall.Trading.OpenData;

/// <summary>开放数据的发布: each notice appends one release, in its own transaction, when all that the step changed is written.</summary>
public static class ReleaseBook
{
    /// <summary>Asks for the release of a notice at the end of this unit of work.</summary>
    public static void Announce(HallDb db, Notice notice, Occasion on) => db.AtTheEnd(() => Append(db, notice, on));

    /// <summary>The release of a notice as it stands now.</summary>
    public static async Task<byte[]> ReleaseOf(HallDb db, Notice notice, OpenDataSettings settings) =>
        ReleaseWriter.Write(await PublicProcess.Of(db, notice), notice, settings);

    private static async Task Append(HallDb db, Notice notice, Occasion on)
    {
        var settings = db.GetService<OpenDataSettings>();
        var process = await PublicProcess.Of(db, notice);
        var body = ReleaseWriter.Write(process, notice, settings);
        var release = new OcdsRelease
        {
            Id = Ids.Next(on.At),
            // Last of all: on PostgreSQL the row of the series stays locked until the commit, so the numbers appear in their order and without a gap.
            Serial = await db.NextNumber($"ocds:{notice.Division}"),
            Division = notice.Division,
            TenderId = notice.TenderId,
            NoticeId = notice.Id,
            Ocid = settings.Ocid(process.Tender.Number),
            Number = notice.Number,
            Tags = string.Join(' ', ReleaseWriter.TagsOf(process, notice)),
            PublishedAt = notice.PublishedAt,
            Body = Encoding.UTF8.GetString(body),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(body)),
        };
        db.Add(release);
        db.Record(
            release,
            on,
            new ReleasePublished(release.Ocid, release.Number, release.Serial, release.Tags, release.Sha256),
            answer: false
        );
        LotsToFlag.Ask(db, notice.Division, on);
    }
}
