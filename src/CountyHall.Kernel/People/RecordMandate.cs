using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Kernel.People;

/// <summary>授权登记: the letter of authority of a firm, seen at the counter, lets a person act for it until a day.</summary>
/// <param name="Until">Last day; none for the legal representative, who acts by law.</param>
public sealed record RecordMandate(long Firm, long Person, DateOnly? Until);

public sealed record MandateRecorded(long Firm, long Person, bool ByLaw, DateOnly Until);

/// <summary>Civil Code arts. 61 and 165: the legal representative acts by law, others by a letter that names the matter and the time.</summary>
public sealed class RecordMandateHandler(HallWriter writer)
{
    public Task<Result<MandateRecorded>> Handle(RecordMandate ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<MandateRecorded>(
            on,
            async db =>
            {
                if (!on.By.Is(Role.Clerk))
                    return new RegisteredAtTheCounter();
                var firm = await db.Set<Firm>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == ask.Firm);
                var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == ask.Person);
                if (firm is null || person is null)
                    return new NoSuchParty();
                var byLaw = ask.Until is null;
                if (byLaw && firm.LegalRepresentative != person.Name)
                    return new NotTheLegalRepresentative(firm.LegalRepresentative);
                if (ask.Until < CountyTime.DayOf(on.At))
                    return new MandateOver();
                var until = ask.Until ?? DateOnly.MaxValue;
                var known = await db.Set<Mandate>().FirstOrDefaultAsync(m => m.FirmId == firm.Id && m.PersonId == person.Id);
                if (known is null)
                {
                    known = new Mandate
                    {
                        Id = Ids.Next(on.At),
                        FirmId = firm.Id,
                        PersonId = person.Id,
                        ByLaw = byLaw,
                        Until = until,
                    };
                    db.Add(known);
                }
                else
                    known.Until = until;
                return db.Record(known, on, new MandateRecorded(firm.Id, person.Id, byLaw, until));
            },
            ct
        );
}

public sealed record NoSuchParty() : Refusal(("没有这个当事人。", "There is no such person or firm."), ("请重新查找。", "Look again."));

public sealed record NotTheLegalRepresentative(string Registered)
    : Refusal(
        ($"登记的法定代表人（经营者）是{Registered}，与来人不同。", $"The registered legal representative is {Registered}, somebody else."),
        ("请收取授权委托书，写明授权到哪一天。", "Take the letter of authority and enter until which day it holds."),
        new Provision(Laws.CivilCode, "第一百六十五条", "art. 165")
    );

public sealed record MandateOver()
    : Refusal(
        ("授权已经过期。", "The mandate is over."),
        ("请申请人出具新的授权委托书。", "Ask the applicant for a new letter of authority."),
        new Provision(Laws.CivilCode, "第一百六十五条", "art. 165")
    );
