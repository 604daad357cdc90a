using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Registrations;

/// <summary>报名: a firm takes part in a lot, alone or as the leader of a consortium.</summary>
/// <param name="Lot">标段编号</param>
/// <param name="Members">Unified social credit codes of the other members.</param>
/// <param name="Statement">How it meets the conditions of the announcement.</param>
public sealed record Register(string Lot, long Bidder, string Statement, IReadOnlyList<string> Members, IReadOnlyList<StoredFile> Papers);

/// <param name="Accepted">The county does not review registrations for this kind of tender.</param>
[Quiet]
public sealed record BidderRegistered(string Lot, long Bidder, bool Accepted);

/// <summary>What is asked here tells nothing of anybody else: relations to other bidders are looked at by the reviewer alone.</summary>
/// <remarks>Order 20 art. 20; Bidding Law art. 22; Implementing Regulation art. 13 (TR-11.12).</remarks>
public sealed class RegisterHandler(HallWriter writer) : IUseCase
{
    private const int MostMembers = 10;

    public static Charge Charge => Charge.OfBidder;

    public Task<Result<BidderRegistered>> Handle(Register ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<BidderRegistered>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division, bidder: ask.Bidder) is { } stranger)
                    return stranger;
                var opened = await OpenLot.Find(db, ask.Lot, on.At);
                if (opened is not Result<OpenLot>.Done(var open))
                    return ((Result<OpenLot>.Refused)opened).Why;
                if (ask.Bidder == open.Tender.Entity || ask.Bidder == open.Tender.Agency)
                    return new PartyToTheTender();
                if (await db.Set<Firm>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == ask.Bidder) is not { } firm)
                    return new NotYourFirm();
                if (await db.Registrations.AnyAsync(r => r.LotId == open.Lot.Id && r.Bidder == ask.Bidder))
                    return new RegisteredAlready();
                if (string.IsNullOrWhiteSpace(ask.Statement) || ask.Statement.Trim().Length > 2000)
                    return new StatementMissing();
                var members = new List<string>();
                foreach (var code in ask.Members.Where(m => !string.IsNullOrWhiteSpace(m)))
                {
                    if (
                        Uscc.Parse(code) is not Result<Uscc>.Done(var parsed)
                        || parsed.ToString() == firm.Uscc
                        || members.Count == MostMembers
                    )
                        return new MembersWrong(code.Trim());
                    if (!members.Contains(parsed.ToString()))
                        members.Add(parsed.ToString());
                }
                var reviewed = await ReviewSetting.IsReviewed(db, open.Lot.Division, open.Tender.Kind, CountyTime.DayOf(on.At));
                var registered = RegistrationStage.Begin(on.At);
                var registration = new Registration
                {
                    Id = Ids.Next(on.At),
                    LotId = open.Lot.Id,
                    TenderId = open.Tender.Id,
                    Division = open.Lot.Division,
                    Bidder = firm.Id,
                    BidderName = firm.Name,
                    By = on.By.Id,
                    RegisteredAt = on.At,
                    Members = members,
                    Statement = ask.Statement.Trim(),
                    Papers = ask.Papers,
                    Stage = reviewed ? registered : registered.Accept(on.At, Actor.House.Name),
                };
                db.Add(registration);
                return db.Record(registration, on, new BidderRegistered(ask.Lot, firm.Id, !reviewed));
            },
            ct
        );
}
