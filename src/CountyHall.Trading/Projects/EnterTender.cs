using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Projects;

/// <summary>招标项目登记: a part of a project is put out to tender, with its lots; whether it must be is computed.</summary>
/// <param name="Project">项目编号</param>
/// <param name="Department">Key of the office that supervises the tender.</param>
/// <param name="AgencyCode">Unified social credit code of the agency; none where the entity tenders by itself.</param>
public sealed record EnterTender(
    string Project,
    string NameZh,
    string? NameEn,
    TenderKind Kind,
    TenderMethod Method,
    string Department,
    string? AgencyCode,
    IReadOnlyList<LotDraft> Lots,
    InvitationDraft? Invitation = null
);

/// <summary>A lot as the desk enters it; money in fen, time in calendar days.</summary>
public sealed record LotDraft(string NameZh, string? NameEn, long Estimate, long? MaximumPrice, long Security, int Duration)
{
    /// <summary>What is wrong with it; null where nothing is.</summary>
    /// <param name="nth">Its place on the form, from 1.</param>
    internal Refusal? Check(int nth)
    {
        if (string.IsNullOrWhiteSpace(NameZh) || NameZh.Trim().Length > 200 || NameEn?.Trim().Length > 200)
            return new LotIncomplete(nth, ("名称（不超过 200 字）", "its name, 200 characters at most"));
        if (Estimate <= 0)
            return new LotIncomplete(nth, ("合同估算价", "the estimate"));
        if (MaximumPrice <= 0)
            return new LotIncomplete(nth, ("最高投标限价（大于 0，或者不填）", "the maximum price, above 0 or left out"));
        if (Security < 0)
            return new LotIncomplete(nth, ("投标保证金", "the security"));
        return Duration <= 0 ? new LotIncomplete(nth, ("工期（日历天）", "the duration in calendar days")) : null;
    }
}

/// <param name="Compulsory">必须招标, by the provision named.</param>
public sealed record TenderEntered(string Number, IReadOnlyList<string> Lots, bool Compulsory, string Basis);

public sealed record LotEntered(string Number, long Estimate, long? Follows = null);

public sealed record InvitationRecorded(InvitationGround Ground, string Approval);

public sealed class EnterTenderHandler(HallWriter writer, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    public Task<Result<TenderEntered>> Handle(EnterTender ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<TenderEntered>(
            on,
            async db =>
            {
                var number = ask.Project.Trim();
                if (await db.TradeProjects.FirstOrDefaultAsync(p => p.Number == number) is not { } project)
                    return new TradeProjectNotFound(number);
                if (!on.By.MayActFor(project.Entity))
                    return new NotYourTender();
                if (TenderWork.Texts((ask.NameZh, 200, ("招标项目名称", "Name of the tender"))) is { } missing)
                    return missing;
                if (ask.NameEn?.Trim().Length > 200)
                    return new TextTooLong(("英文名称", "English name"), 200);
                if (!Enum.IsDefined(ask.Kind) || !Enum.IsDefined(ask.Method))
                    return new TextMissing(("招标类别和方式", "Kind and method of the tender"));
                if (ask.Lots.Count is 0 or > 99)
                    return new LotsMissing();
                for (var i = 0; i < ask.Lots.Count; i++)
                    if (ask.Lots[i].Check(i + 1) is { } wrong)
                        return wrong;
                if (InvitationDraft.Check(ask.Method, ask.Invitation) is { } uninvited)
                    return uninvited;
                if (!(await SupervisingOffices.Of(db, project.Division)).Contains(ask.Department))
                    return new NoSupervisingOffice();
                var agency = await ChooseAgencyHandler.Find(db, vault, ask.AgencyCode, project.Entity);
                if (agency is Result<(long Id, string Name)?>.Refused(var no))
                    return no;
                var chosen = ((Result<(long Id, string Name)?>.Done)agency).Value;
                return await Enter(db, ask, project, chosen, on);
            },
            ct
        );

    private static async Task<Result<TenderEntered>> Enter(
        HallDb db,
        EnterTender ask,
        TradeProject project,
        (long Id, string Name)? agency,
        Occasion on
    )
    {
        var entity = await db.Set<Party>().AsNoTracking().SingleAsync(p => p.Id == project.Entity);
        var tender = new Tender
        {
            Id = Ids.Next(on.At),
            ProjectId = project.Id,
            Number = TradingSettings.PartNumber(project.Number, await db.NextNumber($"tenders:{project.Number}")),
            Division = project.Division,
            NameZh = ask.NameZh.Trim(),
            NameEn = string.IsNullOrWhiteSpace(ask.NameEn) ? ask.NameZh.Trim() : ask.NameEn.Trim(),
            Kind = ask.Kind,
            Method = ask.Method,
            Round = 1,
            Entity = project.Entity,
            EntityName = entity.Name,
            Agency = agency?.Id,
            AgencyName = agency?.Name,
            SupervisingDepartment = ask.Department,
            Stage = Preparing.Begin(on.At),
            EnteredAt = on.At,
        };
        db.Add(tender);
        var lots = ask.Lots.Select((lot, i) => AddLot(db, tender, lot, i + 1, on)).ToList();
        if (ask.Method == TenderMethod.Invited)
        {
            var invitation = new Invitation
            {
                Id = Ids.Next(on.At),
                TenderId = tender.Id,
                Ground = ask.Invitation!.Ground!.Value,
                Approval = ask.Invitation.Approval.Trim(),
                Invited = ask.Invitation.Names,
            };
            db.Add(invitation);
            db.Record(invitation, on, new InvitationRecorded(invitation.Ground, invitation.Approval), answer: false);
        }
        var others = await TenderScope.Estimates(db, project.Id, ask.Kind);
        var must = CompulsoryTender.Of(
            ProjectMoney.Of(project),
            ask.Kind,
            [.. others, .. lots.Select(l => l.Estimate)],
            CountyTime.DayOf(on.At)
        );
        return db.Record(tender, on, new TenderEntered(tender.Number, [.. lots.Select(l => l.Number)], must.Must, must.Basis.Named.Zh));
    }

    internal static Lot AddLot(HallDb db, Tender tender, LotDraft draft, int serial, Occasion on, long? follows = null)
    {
        var lot = new Lot
        {
            Id = Ids.Next(on.At),
            TenderId = tender.Id,
            Number = TradingSettings.PartNumber(tender.Number, serial),
            Division = tender.Division,
            NameZh = draft.NameZh.Trim(),
            NameEn = string.IsNullOrWhiteSpace(draft.NameEn) ? draft.NameZh.Trim() : draft.NameEn.Trim(),
            Estimate = draft.Estimate,
            MaximumPrice = draft.MaximumPrice,
            Security = draft.Security,
            Duration = draft.Duration,
            Follows = follows,
            Stage = Planned.Begin(on.At),
        };
        db.Add(lot);
        db.Record(lot, on, new LotEntered(lot.Number, lot.Estimate, follows), answer: false);
        return lot;
    }
}

public sealed record LotsMissing()
    : Refusal(
        ("招标项目至少有一个标段，最多 99 个。", "A tender has one lot at least and 99 at most."),
        ("请填写标段。", "Enter the lots.")
    );

public sealed record LotIncomplete(int Nth, Words What)
    : Refusal(
        ($"第 {Nth} 个标段要写明{What.Zh}。", $"Lot {Nth}: enter {What.En}."),
        ("金额以元为单位，例如 12000000 或者 12,000,000.00。", "Amounts are in yuan, such as 12000000 or 12,000,000.00.")
    );

public sealed record NoSupervisingOffice()
    : Refusal(
        (
            "这个单位没有交易监管人员，不能作为本项目的行政监督部门。",
            "That office has no trading supervisor and cannot supervise the tender."
        ),
        ("请从列表中选择行政监督部门。", "Choose the department from the list."),
        Kernel.Law.Laws.Bidding.At("第七条", "art. 7")
    );
