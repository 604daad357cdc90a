using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Figures;

/// <summary>公共资源交易的数字: what was published, held, registered, drawn, evaluated, supervised and traded in the period.</summary>
public sealed class TradingFigures : FigureChapter
{
    /// <summary>One 亿元 in fen.</summary>
    private const long FenInHundredMillionYuan = 10_000_000_000;

    private const string Project = "TradeProject";
    private const string Result = "TradeResult";
    private const string Session = "VenueSession";
    private const string Draws = "ExpertDraw";
    private const string Deposit = "DepositMovement";
    private const string Report = "SupervisionReport";

    private static readonly Words Projects = ("个", "projects");
    private static readonly Words Sessions = ("场", "sessions");
    private static readonly Words Opinions = ("条", "opinions");
    private static readonly Words HundredMillionYuan = ("亿元", "× 100m yuan");

    public override IReadOnlyList<Figure> Figures { get; } =
    [.. Results(), .. OfSessions(), .. Published(), .. Registrations(), .. Deposits(), .. Supervision(), .. Experts()];

    private static IEnumerable<Figure> Results()
    {
        var completed = RegisterSets.Lines(
            "trade-results",
            ("期内成交的项目", "Projects completed in the period"),
            [Project, Result],
            Completed,
            r =>
                (
                    r.Project,
                    (
                        $"{r.ConfirmedOn:yyyy-MM-dd} 成交 {Yuan(r.Amount)} 元，{(r.Comparison is null ? "无对比价" : $"对比价 {Yuan(r.Comparison)} 元")}",
                        $"{r.ConfirmedOn:yyyy-MM-dd}, {Yuan(r.Amount)} yuan, {(r.Comparison is null ? "no price to compare with" : $"against {Yuan(r.Comparison)} yuan")}"
                    )
                )
        );
        yield return new("trading.projects.total", "1.0")
        {
            Name = ("完成各类交易项目", "Trade projects completed"),
            Definition = (
                "结果在期内确认的交易项目（标段），各类别和县级、小型平台合计；更正过的按更正后的算一次，流标、终止、测试的不算。",
                "Projects, which are lots, whose result was confirmed in the period, of all categories, over the county venue and the small platforms. A corrected result counts once, as corrected; failed, terminated and test ones do not count."
            ),
            Unit = Projects,
            Print = new("0"),
            Measure = new CountOf(completed),
            Check = new("trading.projects.total <= info.projects_published"),
        };
        yield return new("trading.turnover.total", "1.0")
        {
            Name = ("场内交易成交总额", "Turnover"),
            Definition = (
                "上述项目确认的成交额之和（中标价、成交价、总租金或费用）。",
                "Sum of the confirmed amounts of those projects: award price, hammer price, total rent or fee."
            ),
            Unit = HundredMillionYuan,
            Print = new("0.00"),
            Measure = new SumOf(completed, scope => Completed(scope).SumAsync(r => r.Amount ?? 0), FenInHundredMillionYuan),
        };
        yield return new("trading.gain.total", "1.0")
        {
            Name = ("增收节支", "Gained and saved"),
            Definition = (
                "上述项目增收、节支之和：采购、发包为控制价（没有的为批准预算）减成交额；出让、出租为成交额减底价或起始价。没有对比价的计 0，并在记录中注明。",
                "Sum over the same projects: where something is bought, control price (or approved budget) less award; where it is sold or let, the amount less reserve or starting price. A project without a price to compare with counts 0, and its record says so."
            ),
            Unit = HundredMillionYuan,
            Print = new("0.00"),
            Measure = new SumOf(
                completed,
                scope =>
                    Completed(scope)
                        .Where(r => r.Comparison != null)
                        .SumAsync(r =>
                            r.Side == TradeSide.Buying ? r.Comparison!.Value - r.Amount!.Value : r.Amount!.Value - r.Comparison!.Value
                        ),
                FenInHundredMillionYuan
            ),
            Check = new("trading.gain.total < trading.turnover.total"),
        };
        yield return new("trading.failed", "1.2.3.2")
        {
            Name = ("流标", "Failed tenders"),
            Definition = (
                "期内登记的流标：有效投标人不足或者全部被否决；同一项目流标两次算两次。",
                "Attempts that failed in the period for want of bidders or because every bid was rejected; a project that failed twice counts twice."
            ),
            Unit = ("次", "times"),
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Lines(
                    "trade-failures",
                    ("期内的流标", "Failures in the period"),
                    [Result],
                    scope => InForce(scope).Where(r => r.Kind != ResultKind.Completed),
                    r =>
                        (
                            r.Lot,
                            r.Kind == ResultKind.TooFewBidders
                                ? ($"{r.ConfirmedOn:yyyy-MM-dd} 投标人不足", $"{r.ConfirmedOn:yyyy-MM-dd}, too few bidders")
                                : ($"{r.ConfirmedOn:yyyy-MM-dd} 全部被否决", $"{r.ConfirmedOn:yyyy-MM-dd}, all bids rejected")
                        )
                )
            ),
            Check = new("trading.failed <= trading.sessions.total"),
        };
    }

    private static IEnumerable<Figure> OfSessions()
    {
        yield return new("trading.sessions.total", "1.0")
        {
            Name = ("交易场次", "Trading sessions"),
            Definition = (
                "期内在县级场地举行的交易场次（开标、评标、拍卖、挂牌截止）；开标时因投标人不足停止的算，事前取消的预约和排练不算。",
                "Sessions held in the county venue in the period: openings, evaluations, auctions, closings of listings. One that was stopped at the opening for want of bidders counts; a booking that was cancelled and a rehearsal do not."
            ),
            Unit = Sessions,
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Lines("trade-sessions", ("期内举行的场次", "Sessions held in the period"), [Session], Held, SessionSays)
            ),
            Check = new("trading.sessions.total == sessions.served"),
        };
        yield return new("sessions.served", "1.2.3.1")
        {
            Name = ("开评标现场服务", "Sessions served"),
            Definition = ("上述场次里有现场服务日志的。", "Those sessions that have a log of the service on site."),
            Unit = ("场次", "sessions"),
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Lines(
                    "served-sessions",
                    ("有服务日志的场次", "Sessions with a service log"),
                    [Session, "SessionServiceLog"],
                    scope =>
                    {
                        var logs = scope.Db.RegisteredServices;
                        return Held(scope).Where(s => logs.Any(l => l.Session == s.Number));
                    },
                    SessionSays
                )
            ),
            Check = new("sessions.served == trading.sessions.total"),
        };
    }

    private static IEnumerable<Figure> Published()
    {
        yield return new("info.projects_published", "1.2.3.1")
        {
            Name = ("发布信息的交易项目", "Projects with published information"),
            Definition = (
                "期内至少发布过一份公告的交易项目，各级平台合计，一个项目算一次；重新招标的仍是同一个项目，后来终止的也算。",
                "Projects of all tiers with at least one notice published in the period, each once; tendered again it is the same project, and one that was terminated later counts."
            ),
            Unit = Projects,
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Projects(
                    "published-projects",
                    ("期内发布过公告的项目", "Projects with a notice in the period"),
                    ["TradeNotice", Project],
                    scope => NoticesIn(scope).Select(n => n.Project)
                )
            ),
            Check = new("info.projects_published >= trading.projects.total"),
        };
        yield return new("small.notices", "1.2.6.1")
        {
            Name = ("小型工程建设项目招标公告", "Tender notices of small projects"),
            Definition = (
                "期内在小型平台发布的招标公告；更正、澄清、流标等其他公告不算。",
                "Announcements of tenders over the small platforms published in the period; corrections, clarifications and other notices do not count."
            ),
            Unit = ("条", "notices"),
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Lines(
                    "small-notices",
                    ("期内的小型项目招标公告", "Announcements of small projects in the period"),
                    ["TradeNotice"],
                    scope =>
                    {
                        var small = scope.Db.RegisteredProjects.Where(p => p.Tier == TradeTier.Small);
                        return NoticesIn(scope)
                            .Where(n => n.Kind == NoticeKind.TenderAnnouncement && small.Any(p => p.Project == n.Project));
                    },
                    n => (n.Notice, ($"{n.PublishedOn:yyyy-MM-dd} 发布", $"published on {n.PublishedOn:yyyy-MM-dd}"))
                )
            ),
            Check = new("small.notices <= info.projects_published"),
        };
    }

    private static IEnumerable<Figure> Registrations()
    {
        yield return new("registration.reviewed", "1.2.3.1")
        {
            Name = ("投标人报名审查", "Registrations reviewed"),
            Definition = (
                "期内审核完毕（通过或者不予通过）的投标报名，一家投标人对一个标段算一人次；退回补充的不算，不审核的类别不算。开标没有结束的招标项目依法保密，开标结束后才计入。",
                "Registrations of a bidder for a lot whose review was finished in the period, accepted or refused. Those returned do not count, nor those of kinds that are not reviewed. What belongs to a tender whose opening is not over is secret by law and counted afterwards."
            ),
            Unit = ("人次", "registrations"),
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Lines(
                    "reviewed-registrations",
                    ("期内审核完毕的报名", "Registrations reviewed in the period"),
                    ["BidderRegistration"],
                    scope =>
                    {
                        var secret = Secret(scope);
                        return Within(scope, scope.Db.RegisteredReviews)
                            .Where(r => r.ReviewedOn >= scope.Period.From && r.ReviewedOn <= scope.Period.CutOff && !r.IsTest)
                            .Where(r => r.Outcome == ReviewOutcome.Accepted || r.Outcome == ReviewOutcome.Refused)
                            .Where(r => !secret.Contains(r.Lot));
                    },
                    r =>
                        (
                            r.Lot,
                            r.Outcome == ReviewOutcome.Accepted
                                ? ($"{r.ReviewedOn:yyyy-MM-dd} 通过", $"accepted on {r.ReviewedOn:yyyy-MM-dd}")
                                : ($"{r.ReviewedOn:yyyy-MM-dd} 不予通过", $"refused on {r.ReviewedOn:yyyy-MM-dd}")
                        )
                ) with
                {
                    ForStaff = true,
                }
            ),
        };
    }

    private static IEnumerable<Figure> Deposits()
    {
        var moved = RegisterSets.Lines(
            "security-movements",
            ("期内收取和退还的保证金", "Securities received and refunded in the period"),
            [Deposit],
            Moved,
            m =>
            {
                var kind = RegisteredMovement.NameOf(m.Kind);
                return (
                    m.Lot,
                    (
                        $"{m.SettledOn:yyyy-MM-dd} {kind.Zh} {Yuan(m.Amount)} 元",
                        $"{m.SettledOn:yyyy-MM-dd}, {Yuan(m.Amount)} yuan {kind.En}"
                    )
                );
            }
        ) with
        {
            ForStaff = true,
        };
        yield return new("deposit.movements", "1.2.3.1")
        {
            Name = ("收退保证金", "Securities received and refunded"),
            Definition = (
                "期内入账的保证金收取和退还，一笔算一次；转为价款、不予退还、银行利息、误汇和误汇退回不算。开标没有结束的招标项目依法保密，开标结束后才计入。",
                "Receipts and refunds of securities settled in the period, each one movement. Conversions, forfeitures, interest of the bank, and money from a wrong account and its return do not count. What belongs to a tender whose opening is not over is secret by law and counted afterwards."
            ),
            Unit = ("笔", "movements"),
            Print = new("0+余"),
            Measure = new CountOf(moved),
            Check = new("deposit.movements <= 2*registration.reviewed"),
        };
        yield return new("deposit.amount", "1.2.3.1")
        {
            Name = ("收退保证金总金额", "Amount of the securities received and refunded"),
            Definition = ("上述各笔的金额之和，收、退都算。", "Sum of the amounts of those movements, in both directions."),
            Unit = HundredMillionYuan,
            Print = new("0.00"),
            Measure = new SumOf(moved, scope => Moved(scope).SumAsync(m => m.Amount), FenInHundredMillionYuan),
        };
    }

    private static IEnumerable<Figure> Supervision()
    {
        yield return new("supervision.filings", "1.2.3.2")
        {
            Name = ("招标文件备案", "Tender documents filed"),
            Definition = (
                "期内首次报送监管部门备案的招标文件（招标公告），各类合计；退回后再次报送的是同一份，不再算。",
                "Tender documents or announcements of all categories that came to the supervising department for the first time in the period; filed again after a return they are the same."
            ),
            Unit = ("份", "documents"),
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Lines(
                    "filings",
                    ("期内的备案", "Filings in the period"),
                    ["TenderFiling"],
                    scope =>
                        Within(scope, scope.Db.RegisteredFilings)
                            .Where(f => f.Serial == 1 && f.FiledOn >= scope.Period.From && f.FiledOn <= scope.Period.CutOff),
                    f => (f.Tender, ($"{f.FiledOn:yyyy-MM-dd} 报送", $"filed on {f.FiledOn:yyyy-MM-dd}"))
                ) with
                {
                    ForStaff = true,
                }
            ),
        };
        yield return new("supervision.filing_opinions", "1.2.3.2")
        {
            Name = ("备案修改意见建议", "Opinions on filings"),
            Definition = ("期内对备案文件提出的修改意见建议。", "Opinions on filed documents given in the period."),
            Unit = Opinions,
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Lines(
                    "filing-opinions",
                    ("期内的修改意见", "Opinions given in the period"),
                    ["FilingOpinion"],
                    scope =>
                        Within(scope, scope.Db.RegisteredOpinions)
                            .Where(o => o.GivenOn >= scope.Period.From && o.GivenOn <= scope.Period.CutOff),
                    o => ($"{o.Tender}-{o.Number}", ($"{o.GivenOn:yyyy-MM-dd} 第 {o.Number} 条", $"no. {o.Number}, {o.GivenOn:yyyy-MM-dd}"))
                ) with
                {
                    ForStaff = true,
                }
            ),
        };
        yield return new("supervision.sessions", "1.2.3.2")
        {
            Name = ("参加现场监督", "Sessions under supervision"),
            Definition = (
                "期内举行的场次里有监督人员到场或远程监督记录的；一场有几人算一场。",
                "Of the sessions held in the period, those at which a supervisor was present, in the room or at the screens; however many came, it is one."
            ),
            Unit = ("场次", "sessions"),
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Lines(
                    "supervised-sessions",
                    ("有监督记录的场次", "Sessions with a supervisor"),
                    ["SupervisionAttendance", Session],
                    scope =>
                    {
                        var attended = scope.Db.RegisteredSupervisions;
                        return Held(scope).Where(s => attended.Any(a => a.Session == s.Number));
                    },
                    SessionSays
                )
            ),
            Check = new("supervision.sessions <= trading.sessions.total"),
        };
        yield return new("supervision.reports", "1.2.3.2")
        {
            Name = ("监督报告书", "Reports of supervision"),
            Definition = ("期内出具的监督报告书，一个项目一份。", "Reports of supervision issued in the period, one for a project."),
            Unit = ("份", "reports"),
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Lines(
                    "supervision-reports",
                    ("期内的监督报告书", "Reports issued in the period"),
                    [Report],
                    Reports,
                    r => (r.Number, ($"{r.IssuedOn:yyyy-MM-dd} 出具", $"issued on {r.IssuedOn:yyyy-MM-dd}"))
                )
            ),
            Check = new("supervision.reports >= supervision.sessions"),
        };
        yield return new("supervision.opinions", "1.2.3.2")
        {
            Name = ("监督意见建议", "Opinions of supervision"),
            Definition = ("上述报告书里的监督意见建议。", "Opinions and proposals in those reports."),
            Unit = Opinions,
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Lines(
                    "supervision-opinions",
                    ("期内报告书里的意见", "Opinions in the reports of the period"),
                    ["SupervisionOpinion", Report],
                    scope =>
                    {
                        var reports = Reports(scope);
                        return Within(scope, scope.Db.RegisteredSupervisionOpinions).Where(o => reports.Any(r => r.Number == o.Report));
                    },
                    o => ($"{o.Report}-{o.Number}", ($"第 {o.Number} 条", $"no. {o.Number}"))
                )
            ),
        };
    }

    private static IEnumerable<Figure> Experts()
    {
        yield return new("experts.briefing.topics", "1.2.2.1")
        {
            Name = ("评标专家约谈事项", "Topics of the briefing of experts"),
            Definition = (
                "约谈单上必须谈到的事项；全部谈到，约谈才有效。",
                "Topics on the form that a briefing must speak of; it is valid only when all are ticked."
            ),
            Unit = ("项", "topics"),
            Print = new("word:四"),
            Measure = new CountOf(
                new(
                    "briefing-topics",
                    ("约谈单上的事项", "Topics on the form"),
                    ["BriefingForm"],
                    _ => Task.FromResult((long)RegisteredBriefing.Topics.Count),
                    (_, after, most) =>
                        Task.FromResult<IReadOnlyList<RecordKey>>([
                            .. RegisteredBriefing
                                .Topics.Select((topic, i) => new RecordKey($"{i + 1}", topic))
                                .Where(t => after is null || string.CompareOrdinal(t.Key, after) > 0)
                                .Take(most),
                        ])
                )
            ),
        };
        yield return new("experts.briefing.projects", "1.2.2.1")
        {
            Name = ("集体约谈评标专家的项目", "Projects whose experts were briefed"),
            Definition = (
                "期内评标前有过一次以上有效集体约谈的工程项目；约谈单各项都谈到才有效。",
                "Works projects with at least one valid briefing of their experts in the period; valid when every topic of the form is ticked."
            ),
            Unit = Projects,
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Projects(
                    "briefed-projects",
                    ("期内有过有效约谈的项目", "Projects with a valid briefing in the period"),
                    ["ExpertBriefing"],
                    scope => Briefings(scope).Select(b => b.Project)
                )
            ),
            Check = new("experts.briefing.projects <= draw.county.projects"),
        };
        yield return new("experts.briefing.attendance", "1.2.2.1")
        {
            Name = ("集体约谈评标专家", "Experts briefed"),
            Definition = (
                "参加上述约谈并签字的评标专家，一位专家一个项目算一人次。",
                "Experts who attended and signed those briefings, each once for a project."
            ),
            Unit = ("人次", "attendances"),
            Print = new("0"),
            Measure = new CountOf(
                RegisterSets.Lines(
                    "briefing-attendances",
                    ("有效约谈的签到", "Attendances at valid briefings"),
                    ["ExpertBriefing", "BriefingAttendance"],
                    scope =>
                    {
                        var briefings = Briefings(scope);
                        return Within(scope, scope.Db.RegisteredBriefingAttendances)
                            .Where(a => a.Signed && briefings.Any(b => b.Id == a.Briefing));
                    },
                    a => ($"{a.Briefing}", ("已签字", "signed"))
                ) with
                {
                    ForStaff = true,
                }
            ),
            Check = new("experts.briefing.attendance >= experts.briefing.projects"),
        };
        yield return new("draw.county.projects", "1.2.4.3")
        {
            Name = ("进行专家抽取的项目", "Projects with a draw of experts"),
            Definition = (
                "期内至少执行过一次专家抽取的县级平台项目；补抽、重抽不再算，没有执行的抽取不算。",
                "Projects of the county venue with at least one draw of experts executed in the period; drawing again does not count again, and a draw that was not executed does not count."
            ),
            Unit = Projects,
            Print = new("0"),
            Measure = new CountOf(Drawn("county-draws", ("期内抽取过专家的县级项目", "County projects with a draw"), TradeTier.County)),
        };
        yield return new("draw.small.projects", "1.2.4.3")
        {
            Name = ("小型平台远程抽取专家的项目", "Small projects with a remote draw"),
            Definition = (
                "期内由小型平台工作人员通过县远程抽取系统抽取过专家的小型工程项目，一个项目算一次。",
                "Small projects whose experts were drawn by a platform's own staff over the county's remote system in the period, each once."
            ),
            Unit = Projects,
            Print = new("0"),
            Measure = new CountOf(
                Drawn("small-draws", ("期内远程抽取过专家的小型项目", "Small projects with a remote draw"), TradeTier.Small)
            ),
            Check = new("draw.small.projects <= small.notices"),
        };
        yield return new("evaluation.electronic.projects", "1.2.4.3")
        {
            Name = ("电子开标评标系统评标设置项目", "Projects evaluated electronically"),
            Definition = (
                "期内在电子开标评标系统中设置评标的项目，一个项目算一次，测试的不算。",
                "Projects set up for their evaluation in the electronic system in the period, each once; tests do not count."
            ),
            Unit = Projects,
            Print = new("0"),
            Measure = new CountOf(
                Evaluated(
                    "electronic-evaluations",
                    ("期内设置电子评标的项目", "Projects set up electronically"),
                    EvaluationSystem.Electronic
                )
            ),
            Check = new("evaluation.electronic.projects + evaluation.assisted.projects <= draw.county.projects"),
        };
        yield return new("evaluation.assisted.projects", "1.2.4.3")
        {
            Name = ("建设工程辅助评标系统现场操作项目", "Projects run with assisted evaluation"),
            Definition = (
                "期内用建设工程辅助评标系统现场操作的项目，一个项目算一次，测试的不算。",
                "Projects run on site with the assisted evaluation of works in the period, each once; tests do not count."
            ),
            Unit = Projects,
            Print = new("0"),
            Measure = new CountOf(
                Evaluated("assisted-evaluations", ("期内辅助评标的项目", "Projects with assisted evaluation"), EvaluationSystem.Assisted)
            ),
        };
    }

    private static RecordSet Drawn(string key, Words name, TradeTier origin) =>
        RegisterSets.Projects(
            key,
            name,
            [Draws],
            scope =>
                Within(scope, scope.Db.RegisteredDraws)
                    .Where(d => d.Origin == origin && d.ExecutedOn >= scope.Period.From && d.ExecutedOn <= scope.Period.CutOff)
                    .Select(d => d.Project)
        );

    private static RecordSet Evaluated(string key, Words name, EvaluationSystem system) =>
        RegisterSets.Projects(
            key,
            name,
            ["EvaluationSetup"],
            scope =>
                Within(scope, scope.Db.RegisteredEvaluations)
                    .Where(e => e.System == system && !e.IsTest && e.SetUpOn >= scope.Period.From && e.SetUpOn <= scope.Period.CutOff)
                    .Select(e => e.Project)
        );

    private static IQueryable<T> Within<T>(FigureScope scope, IQueryable<T> lines)
        where T : RegisterLine => lines.AsNoTracking().Where(l => l.Division == scope.Division);

    /// <summary>Lines of results in the period that no other one replaces.</summary>
    private static IQueryable<RegisteredResult> InForce(FigureScope scope)
    {
        var lines = scope.Db.RegisteredResults;
        return Within(scope, lines)
            .Where(r => r.ConfirmedOn >= scope.Period.From && r.ConfirmedOn <= scope.Period.CutOff && !r.IsTest)
            .Where(r => !lines.Any(newer => newer.Corrects == r.Id));
    }

    private static IQueryable<RegisteredResult> Completed(FigureScope scope) => InForce(scope).Where(r => r.Kind == ResultKind.Completed);

    private static IQueryable<RegisteredSession> Held(FigureScope scope) =>
        Within(scope, scope.Db.RegisteredSessions)
            .Where(s => s.HeldOn >= scope.Period.From && s.HeldOn <= scope.Period.CutOff && !s.IsTest && s.End != SessionEnd.Cancelled);

    private static IQueryable<RegisteredNotice> NoticesIn(FigureScope scope) =>
        Within(scope, scope.Db.RegisteredNotices).Where(n => n.PublishedOn >= scope.Period.From && n.PublishedOn <= scope.Period.CutOff);

    private static IQueryable<RegisteredMovement> Moved(FigureScope scope)
    {
        var secret = Secret(scope);
        return Within(scope, scope.Db.RegisteredMovements)
            .Where(m => m.SettledOn >= scope.Period.From && m.SettledOn <= scope.Period.CutOff)
            .Where(m => m.Kind == MovementKind.Receipt || m.Kind == MovementKind.Refund)
            .Where(m => !secret.Contains(m.Lot));
    }

    private static IQueryable<RegisteredSupervisionReport> Reports(FigureScope scope) =>
        Within(scope, scope.Db.RegisteredSupervisionReports)
            .Where(r => r.IssuedOn >= scope.Period.From && r.IssuedOn <= scope.Period.CutOff);

    private static IQueryable<RegisteredBriefing> Briefings(FigureScope scope) =>
        Within(scope, scope.Db.RegisteredBriefings)
            .Where(b => b.HeldOn >= scope.Period.From && b.HeldOn <= scope.Period.CutOff)
            .Where(b => b.Integrity && b.Discipline && b.Fairness && b.Quality);

    /// <summary>Lots of this house whose opening is not over: nobody may learn how many take part (Bidding Law art. 22).</summary>
    private static IQueryable<string> Secret(FigureScope scope) =>
        from lot in scope.Db.Lots
        join tender in scope.Db.Tenders on lot.TenderId equals tender.Id
        where tender.Division == scope.Division && tender.StageName == "announced"
        select lot.Number;

    private static (string, Words) SessionSays(RegisteredSession session) =>
        (
            session.Number,
            session.End == SessionEnd.StoppedAtOpening
                ? ($"{session.HeldOn:yyyy-MM-dd}，投标人不足，停止开标", $"{session.HeldOn:yyyy-MM-dd}, stopped for want of bidders")
                : ($"{session.HeldOn:yyyy-MM-dd} 举行", $"held on {session.HeldOn:yyyy-MM-dd}")
        );

    private static string Yuan(long? fen) => fen is { } amount ? new Fraction(amount, 100).Text(2) : "—";
}
