using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Figures;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Demonstration.Years;

/// <summary>The catalogue of a year: what the house has, and invented items for the rest, with their places, pages and ends.</summary>
internal sealed class YearCatalogue(int year, YearHouse house, YearTargets targets, Streams streams, YearIds ids, YearRecords made)
{
    private const int EndedItems = 20;
    private const int ItemsOfNextYear = 12;
    private const int ItemsBegunInYear = 30;
    private const int ItemsMovedInYear = 20;
    private const int ItemsImprovedInYear = 8;

    // Working days promised, by how often an item is asked for: every stretch of ranks holds short and long ones alike.
    private static readonly int[] PromisedByRank = [5, 3, 7, 10, 5, 8, 15, 1, 20, 4];

    private readonly DateOnly end = new(year, 12, 31);
    private int number;

    /// <summary>An item whose cases are handled in the centre, with the version that its cases are pinned to.</summary>
    /// <param name="Since">From when its cases can have been accepted there.</param>
    public sealed record Busy(ItemVersion Version, EntryPlace Place, DateOnly Since)
    {
        public string Item => Version.Item;
        public ServiceGuide Guide => Version.Guide;
        public bool IsFiling => Guide.Name.Zh.StartsWith(CaseFigures.InvestmentFiling, StringComparison.Ordinal);
    }

    private sealed class Plan
    {
        public required string Item { get; init; }
        public required int Number { get; init; }
        public bool IsTownship { get; init; }
        public bool IsFiling { get; init; }
        public int Visits { get; set; } = 1;
        public bool SameCity { get; set; }
        public EntryPlace Place { get; set; } = EntryPlace.Department;
        public int Promised { get; set; } = 5;
        public DateOnly From { get; set; }
        public DateOnly? Last { get; set; }
        public bool IsUp { get; set; } = true;
    }

    /// <summary>Makes the items and answers those that are asked for at the centre, the most popular first.</summary>
    public IReadOnlyList<Busy> Make(long casesWanted, long daysWanted)
    {
        var there = house.Items;
        int Has(Func<ItemStanding, bool> isIn) => there.Count(isIn);
        int Wanted(string id, Func<ItemStanding, bool> isIn) =>
            targets.Count(id) - Has(isIn) is var left and >= 0
                ? left
                : throw new TargetsCannotBeReachedException(
                    $"the house has {Has(isIn)} of {id} already, and the table wants {targets.Count(id)}"
                );

        var county = Wanted("items.mpy.county", i => i.IsAtMostOnce && !i.IsTownship);
        var township = Wanted("items.mpy.township", i => i.IsAtMostOnce && i.IsTownship);
        var slow =
            targets.Count("items.total")
            - Has(i => !i.IsAtMostOnce)
            - targets.Count("items.mpy.county")
            - targets.Count("items.mpy.township");
        if (slow < 0)
            throw new TargetsCannotBeReachedException("items.total is smaller than the items realised");

        var plans = Enumerable.Range(0, county).Select(_ => New()).ToList();
        // One investment filing is there in any case, without a visit and in the centre.
        var filing = there.FirstOrDefault(i => i.Version.Guide.Name.Zh.StartsWith(CaseFigures.InvestmentFiling, StringComparison.Ordinal));
        if (filing is null && county > 0)
            plans[0] = new Plan
            {
                Item = plans[0].Item,
                Number = plans[0].Number,
                IsFiling = true,
            };
        Flag(plans, Wanted("items.mpy.county.zero_visit", i => !i.IsTownship && i.IsZeroVisit), "zero-visit", p => p.Visits = 0);
        Flag(plans, Wanted("items.mpy.county.same_city", i => !i.IsTownship && i.IsSameCity), "same-city", p => p.SameCity = true);
        Flag(
            plans,
            Wanted("items.in_centre.county", i => i.IsAtMostOnce && !i.IsTownship && i.IsInCentre),
            "in-centre",
            p => p.Place = streams.Below(7, "branch", p.Number) == 0 ? EntryPlace.Branch : EntryPlace.Centre
        );
        var towns = Enumerable.Range(0, township).Select(_ => New(isTownship: true)).ToList();
        Flag(
            towns,
            Wanted("items.in_centre.township", i => i.IsAtMostOnce && i.IsTownship && i.Place == EntryPlace.Town),
            "in-town-centre",
            p => p.Place = EntryPlace.Town
        );
        var many = Enumerable.Range(0, slow).Select(_ => New()).ToList();
        foreach (var plan in many)
        {
            plan.Visits = 2 + streams.Below(2, "visits", plan.Number);
            // A trap: taken in the centre, yet not realised, so not among the items of the entry rate. So too the flag for any counter.
            plan.Place = plan.Number % 3 == 0 ? EntryPlace.Centre : EntryPlace.Department;
            plan.SameCity = plan.Number % 4 == 0;
        }
        var all = plans.Concat(towns).Concat(many).ToList();
        SetBeginnings(all);
        Publish([.. plans, .. towns]);
        var busy = Promise(plans, casesWanted, daysWanted);
        SetTraps();
        var begun = Begin(all);
        Improve([.. plans.Where(p => p.Visits == 1 && p.Place == EntryPlace.Department)]);
        return [.. busy.Select(b => b.There ?? new Busy(begun[b.Item], b.Place, SinceIn(b.Item, b.Place)))];
    }

    private DateOnly SinceIn(string item, EntryPlace place) => made.Placements.Last(p => p.Item == item && p.Place == place).From;

    private Plan New(bool isTownship = false)
    {
        number++;
        return new Plan
        {
            Item = $"sample-{year}-{number:0000}",
            Number = number,
            IsTownship = isTownship,
        };
    }

    private void Flag(List<Plan> plans, int many, string stream, Action<Plan> set)
    {
        // The filing always has the flags of the figure about it: no visit, in the centre.
        var first = plans.Where(p => p.IsFiling && (stream is "zero-visit" or "in-centre")).Take(many).ToList();
        foreach (var plan in first.Concat(Methods.Choose([.. plans.Except(first)], many - first.Count, streams, stream)))
            set(plan);
    }

    private void SetBeginnings(List<Plan> all)
    {
        foreach (var plan in all)
            plan.From = new DateOnly(year - 3, 1, 1).AddDays(streams.Below(1000, "begins", plan.Number));
        var outside = all.Where(p => !p.IsFiling && p.Place is EntryPlace.Department).ToList();
        foreach (var plan in Methods.Choose(outside, Math.Min(ItemsBegunInYear, outside.Count), streams, "begun-in-year"))
            plan.From = new DateOnly(year, 2, 1).AddDays(streams.Below(300, "begins-late", plan.Number));
    }

    /// <summary>Pages of what the house has count too; those without one get theirs first.</summary>
    private void Publish(List<Plan> realised)
    {
        foreach (var item in house.Items.Where(i => i.IsAtMostOnce && !i.IsPublished))
            Page(item.Version.Item, item.Version.Version, item.Version.EffectiveFrom, null);
        var already = house.Items.Count(i => i.IsAtMostOnce);
        var up = Methods.PartPrintedAs(targets["items.published.rate"], targets.Decimals("items.published.rate"), already + realised.Count);
        if (up < already)
            throw new TargetsCannotBeReachedException("items.published.rate: more pages of the house are up than the table wants");
        foreach (var plan in Methods.Choose(realised, (int)(already + realised.Count - up), streams, "page-down"))
            plan.IsUp = false;
    }

    /// <summary>Sets the promised limits by popularity, wide enough for the days that the cases are to take.</summary>
    private List<(string Item, EntryPlace Place, Busy? There)> Promise(List<Plan> plans, long cases, long days)
    {
        var busy = house
            .Items.Where(i => i.IsAtMostOnce && !i.IsTownship && i.IsInCentre)
            .Select(i => (i.Version.Item, Plan: (Plan?)null, There: (Busy?)new Busy(i.Version, i.Place!.Value, i.Version.EffectiveFrom)))
            .Concat(plans.Where(p => p.Place != EntryPlace.Department).Select(p => (p.Item, Plan: (Plan?)p, There: (Busy?)null)))
            .OrderBy(b => streams.At("popularity", b.Item))
            .ThenBy(b => b.Item, StringComparer.Ordinal)
            .ToList();
        var counts = CasesByRank(cases, busy.Count);
        for (var scale = 1; ; scale++)
        {
            long room = 0;
            for (var rank = 0; rank < busy.Count; rank++)
            {
                if (busy[rank].Plan is { } plan)
                    plan.Promised = PromisedByRank[rank % PromisedByRank.Length] * scale;
                room += counts[rank] * (busy[rank].Plan?.Promised ?? busy[rank].There!.Guide.PromisedDays);
            }
            // A fifth more than the days wanted, so that the limits shape the spread and do not force it.
            if (room * 5 >= days * 6)
                break;
            if (scale == 20)
                throw new TargetsCannotBeReachedException("approvals.cases.mean_working_days is longer than any promise of the catalogue");
        }
        return [.. busy.Select(b => (b.Item, b.Plan?.Place ?? b.There!.Place, b.There))];
    }

    /// <summary>How many cases the item of each rank has: a few items have most of them.</summary>
    public static long[] CasesByRank(long cases, int items) =>
        Methods.Spread(cases, [.. Enumerable.Range(0, items).Select(rank => 1_000_000_000L / (rank + 3))], _ => 1, _ => cases);

    /// <summary>Items that a careless count would take in: ended before the cut-off, or beginning after it.</summary>
    private void SetTraps()
    {
        for (var i = 0; i < EndedItems; i++)
        {
            var plan = New(isTownship: i % 7 == 0);
            plan.Place = plan.IsTownship ? EntryPlace.Town : EntryPlace.Centre;
            plan.Visits = i % 2;
            plan.SameCity = i % 3 == 0;
            plan.From = new(year - 3, 3, 1);
            plan.Last = new DateOnly(year - 1, 6, 30).AddDays(streams.Below(500, "ended", i));
            Enter(plan);
        }
        for (var i = 0; i < ItemsOfNextYear; i++)
        {
            var plan = New();
            plan.Place = EntryPlace.Centre;
            plan.Visits = i % 2;
            plan.From = new DateOnly(year + 1, 1, 1).AddDays(streams.Below(40, "begins-next-year", i));
            Enter(plan);
        }
    }

    private Dictionary<string, ItemVersion> Begin(List<Plan> all)
    {
        var taken = all.Where(p => p.Place == EntryPlace.Centre && p.From.Year < year).ToList();
        var moved = Methods.Choose(taken, Math.Min(ItemsMovedInYear, taken.Count), streams, "moved-in-year").ToHashSet();
        return all.ToDictionary(plan => plan.Item, plan => Enter(plan, moved.Contains(plan)));
    }

    /// <summary>事项版本变更 in the year: two visits before, one since; counted at an earlier date it is not realised yet.</summary>
    private void Improve(List<Plan> candidates)
    {
        foreach (var plan in Methods.Choose(candidates, Math.Min(ItemsImprovedInYear, candidates.Count), streams, "improved"))
        {
            var at = made.Versions.FindIndex(v => v.Item == plan.Item);
            var now = made.Versions[at];
            if (now.EffectiveFrom.Year >= year)
                continue;
            var since = new DateOnly(year, 7, 1);
            var reason = new Words("当时还要现场提交一次原件", "Originals still had to be brought once more");
            made.Versions[at] = Version(now, 1, now.EffectiveFrom, now.Guide with { Visits = 2, VisitReason = reason });
            made.Versions.Add(Version(now, 2, since, now.Guide));
            // The page of the older version came down with it.
            foreach (var page in made.Publications.Where(p => p.Item == plan.Item).ToList())
            {
                page.To = since.AddDays(-1);
                if (plan.IsUp)
                    Page(plan.Item, 2, since, null);
            }
        }
    }

    private ItemVersion Version(ItemVersion of, int version, DateOnly from, ServiceGuide guide) =>
        new()
        {
            Id = version == 1 ? of.Id : ids.Next<ItemVersion>(),
            Division = of.Division,
            Item = of.Item,
            Version = version,
            EffectiveFrom = from,
            Guide = guide,
        };

    private ItemVersion Enter(Plan plan, bool movedInYear = false)
    {
        var version = new ItemVersion
        {
            Id = ids.Next<ItemVersion>(),
            Division = house.Division,
            Item = plan.Item,
            Version = 1,
            EffectiveFrom = plan.From,
            Guide = Guide(plan),
        };
        made.Versions.Add(version);
        if (plan.Last is { } last)
            made.Endings.Add(
                new ItemEnding
                {
                    Id = ids.Next<ItemEnding>(),
                    Division = house.Division,
                    Item = plan.Item,
                    LastDay = last,
                    Reason = "法规修改，事项取消（示例）",
                }
            );
        if (movedInYear)
        {
            var moved = new DateOnly(year, 1, 2).AddDays(30 + streams.Below(250, "moved", plan.Number));
            Place(plan, EntryPlace.Department, plan.From, moved.AddDays(-1));
            Place(plan, plan.Place, moved, plan.Last);
        }
        else
            Place(plan, plan.Place, plan.From, plan.Last);
        if (plan.IsUp)
            Page(plan.Item, 1, plan.From, plan.Last);
        else // its page came down in the year, which is why it is missing
            Page(plan.Item, 1, plan.From, end.AddDays(-1 - streams.Below(25, "page-came-down", plan.Number)));
        return version;
    }

    private void Place(Plan plan, EntryPlace place, DateOnly from, DateOnly? to) =>
        made.Placements.Add(
            new ItemPlacement
            {
                Id = ids.Next<ItemPlacement>(),
                Division = house.Division,
                Item = plan.Item,
                Place = place,
                From = from,
                To = to,
                ReasonZh = place is EntryPlace.Department ? "需要使用部门的专用场地和设备（示例）" : null,
                ReasonEn = place is EntryPlace.Department ? "Needs the department's own yard and equipment (sample)" : null,
            }
        );

    private void Page(string item, int version, DateOnly from, DateOnly? to) =>
        made.Publications.Add(
            new ItemPublication
            {
                Id = ids.Next<ItemPublication>(),
                Division = house.Division,
                Item = item,
                ItemVersion = version,
                From = from,
                To = to,
            }
        );

    private ServiceGuide Guide(Plan plan)
    {
        var (name, pattern, kind, kindCode, who) = Invented.Item(plan.Number);
        var offices = house.Offices.Where(o => o.Kind == (plan.IsTownship ? "town" : "department")).ToList();
        var office = offices[streams.Below(offices.Count, "office", plan.Number)];
        if (plan.IsFiling)
            (name, pattern, kind, kindCode, who) = (
                ($"{CaseFigures.InvestmentFiling}（示例）", "Filing of an enterprise investment project (sample)"),
                CaseFigures.InvestmentFiling,
                ItemKind.OtherPower,
                "10",
                ApplicantKind.Firm
            );
        var law = new Citation("浙江省保障“最多跑一次”改革规定", "第四条");
        return new ServiceGuide
        {
            Code = $"{office.Uscc}{(plan.IsTownship ? '5' : '4')}33{kindCode}99{plan.Number:000000}",
            Name = name,
            Kind = kind,
            Body = office.Key,
            Applicants = [who],
            CaseKind = CaseKind.Promised,
            LegalLimit = new(Math.Max(Rulebook.Decision.Amount, plan.Promised * 2), law),
            PromisedDays = plan.Promised,
            Visits = plan.Visits,
            VisitReason =
                plan.Visits > 1
                    ? new Words("须由工作人员到场核验后再提交一次原件", "Originals are brought once more after an officer's visit")
                    : null,
            SameCity = plan.SameCity,
            Online = plan.Visits == 0 || plan.Number % 3 != 0,
            Fee = new(0),
            Conditions = [new(("属于本县行政区域内的申请人", "The applicant is of this county"), law)],
            Fields =
            [
                new("name", ("申请人", "Applicant"), FieldKind.Text) { Prefill = "applicant.name" },
                new("phone", ("联系电话", "Telephone"), FieldKind.Phone) { Prefill = "applicant.phone", Example = "13800000900" },
            ],
            Materials = [new("form", ("申请表", "Application form"), MaterialForm.Form, 1, MaterialSource.Applicant) { Basis = law }],
            Steps =
            [
                new(("受理", "Acceptance"), 0, ("综合窗口", "Window")),
                new(("审查与决定", "Review and decision"), plan.Promised, office.Name),
                new(("出件", "Issue"), 0, ("出件窗口", "Issuing window")),
            ],
            Route = [new(office.Key, ("是否符合条件", "Whether the conditions are met"))],
            Result = new(ResultKind.Document, ($"{name.Zh}结果", $"Result of: {name.En}")),
            Basis = [law],
            WindowTypes = ["general"],
            Themes = [("其他", "Other")],
            Enquiries = "0573-0000-0000",
            Complaints = "0573-0000-0001",
            MadeFrom = pattern,
        };
    }
}
