using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;
using CountyHall.Trading.OpenData;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Demonstration;

/// <summary>How far an invented tender has come.</summary>
public enum InventedEnd
{
    /// <summary>Announced: bidders may take part, or the deadline has passed.</summary>
    Announced,

    Failed,
    Terminated,
    Opened,
}

/// <param name="Estimate">Fen.</param>
/// <param name="MaximumPrice">Fen.</param>
/// <param name="Security">Fen; 0 where none is asked for.</param>
public sealed record InventedLot(Words Name, long Estimate, long MaximumPrice, long Security, int Duration);

/// <summary>An invented tender as data: the demonstration and the tests put it into a house in one step.</summary>
/// <param name="Serial">Serial of its project; those of real projects begin at 1, invented ones far above.</param>
/// <param name="Published">When it was announced.</param>
/// <param name="Method">评标办法: by the lowest evaluated price nothing is scored, and nothing is left to a draw at the opening.</param>
/// <param name="Follows">The failed tender that this one follows, with its lots; none for a first round.</param>
public sealed record InventedTender(
    int Serial,
    Words Name,
    TenderKind Kind,
    Firm Entity,
    Firm? Agency,
    string SupervisingDepartment,
    string? Town,
    string Place,
    IReadOnlyList<InventedLot> Lots,
    DateTime Published,
    DateTime Deadline,
    InventedEnd End = InventedEnd.Announced,
    (Tender Tender, IReadOnlyList<Lot> Lots)? Follows = null,
    EvaluationKind Method = EvaluationKind.Comprehensive
)
{
    private const string Platform = "E3304210001";
    private const int Validity = 90;

    public string ProjectNumber => $"{Platform}{Serial:000000}";
    public string TenderNumber => $"{ProjectNumber}{(Follows is null ? 1 : 2):000}";

    /// <summary>When a failed, terminated or opened tender came to its end.</summary>
    public DateTime EndedAt => End == InventedEnd.Terminated ? Published.AddDays(6) : Deadline.AddMinutes(40);

    private DocumentContent Document(DocumentContent model) =>
        Method == model.Method
            ? model
            : model.With([
                new(
                    "evaluation.method",
                    "采用经评审的最低投标价法：评标委员会对通过初步评审的投标文件按评标价由低到高推荐不超过3名中标候选人；评标价相同的，由评标委员会抽签决定次序。"
                ),
            ]) with
            {
                Method = Method,
                Parameters = [],
                Scores = [],
            };

    /// <summary>Puts project, tender, lots and notices in, each with its fact. Answers the tender and its lots.</summary>
    public async Task<(Tender Tender, IReadOnlyList<Lot> Lots)> Put(HallDb db, Occasion on)
    {
        var entered = Published.AddDays(-14);
        var division = on.By.Division.Length > 0 ? on.By.Division : "330421";
        var project = Follows is { Tender: var before }
            ? db.TradeProjects.Local.FirstOrDefault(p => p.Id == before.ProjectId)
                ?? await db.TradeProjects.FirstAsync(p => p.Id == before.ProjectId)
            : Add(
                new TradeProject
                {
                    Id = Ids.Next(entered),
                    Number = ProjectNumber,
                    Division = division,
                    NameZh = Name.Zh,
                    NameEn = Name.En,
                    Entity = Entity.Id,
                    Funds = FundSource.Budget,
                    PublicShare = 100,
                    Investment = Lots.Sum(l => l.Estimate) * 12 / 10,
                    Place = Place,
                    Town = Town,
                    Approval = $"善发改（示例）〔{CountyTime.DayOf(entered).Year}〕{Serial % 1000} 号",
                    EnteredAt = entered,
                }
            );
        var times = new TenderTimes(Published, Published.AddDays(7), Deadline, Validity);
        var announced = Preparing.Begin(entered).File(entered.AddDays(4), 1).Accept(entered.AddDays(10)).Announce(Published, times);
        var tender = Add(
            new Tender
            {
                Id = Ids.Next(entered),
                ProjectId = project.Id,
                Number = TenderNumber,
                Division = project.Division,
                NameZh = Name.Zh,
                NameEn = Name.En,
                Kind = Kind,
                Method = TenderMethod.Open,
                Round = Follows is null ? 1 : 2,
                Follows = Follows?.Tender.Id,
                Entity = Entity.Id,
                EntityName = Entity.Name,
                Agency = Agency?.Id,
                AgencyName = Agency?.Name,
                SupervisingDepartment = SupervisingDepartment,
                EnteredAt = entered,
                Stage = End switch
                {
                    InventedEnd.Announced => announced,
                    InventedEnd.Terminated => announced.Terminate(EndedAt, "建设规模调整，原招标方案不再适用（示例）"),
                    _ => announced.EndOpening(EndedAt),
                },
            }
        );
        var lots = Lots.Select(
                (lot, i) =>
                {
                    var open = Planned.Begin(entered).Announce(Published);
                    return Add(
                        new Lot
                        {
                            Id = Ids.Next(entered),
                            TenderId = tender.Id,
                            Number = $"{TenderNumber}{i + 1:000}",
                            Division = project.Division,
                            NameZh = lot.Name.Zh,
                            NameEn = lot.Name.En,
                            Estimate = lot.Estimate,
                            MaximumPrice = lot.MaximumPrice,
                            Security = lot.Security,
                            Duration = lot.Duration,
                            Follows = Follows?.Lots[i].Id,
                            Stage = End switch
                            {
                                InventedEnd.Announced => open,
                                InventedEnd.Failed => open.Fail(Deadline, 2),
                                InventedEnd.Terminated => open.Stop(EndedAt),
                                _ => open.BeginOpening(Deadline, 0).End(EndedAt),
                            },
                        }
                    );
                }
            )
            .ToList();
        Add(
            new TenderDocument
            {
                Id = Ids.Next(entered),
                TenderId = tender.Id,
                Number = 1,
                Content = Document(ModelDocument.For(ModelDocuments.Travelling, tender, project, lots)),
                SavedAt = entered,
            }
        );
        await Publish(
            NoticeKind.TenderAnnouncement,
            ("招标公告", "Tender announcement"),
            Published,
            [
                new(
                    "entity",
                    ("招标人", "Tendering entity"),
                    $"{Entity.Name}。{(Agency is null ? "自行招标。" : $"招标代理机构：{Agency.Name}。")}"
                ),
                new(
                    "scope",
                    ("项目规模和招标范围", "Scale and scope"),
                    $"{Place}。{string.Join("；", Lots.Select(l => $"{l.Name.Zh}，工期 {l.Duration} 日历天"))}。"
                ),
                new("funds", ("资金来源", "Funds"), "财政资金，已落实（示例）。"),
                new(
                    "qualification",
                    ("投标人资格要求", "Requirements on bidders"),
                    Kind == TenderKind.Works ? "具备建筑工程施工总承包二级及以上资质（示例）。" : "具有独立法人资格（示例）。"
                ),
                new(
                    "qualification-staff",
                    ("项目负责人要求", "Requirements on the project leader"),
                    "项目负责人具备相应专业二级及以上注册资格（示例）。"
                ),
                new("documents", ("招标文件的获取", "How to get the documents"), "自公告之日起在本平台免费下载。"),
                new(
                    "security",
                    ("投标保证金", "Bid security"),
                    string.Join("；", Lots.Select((l, i) => $"{i + 1} 标段 {Write.Yuan(l.Security)} 元"))
                ),
                new("deadline", ("投标截止和开标时间", "Deadline and opening"), $"{Write.InstantToTheSecond(Deadline)}，到点即为截止。"),
            ]
        );
        if (End == InventedEnd.Failed)
            await Publish(
                NoticeKind.FailedTender,
                ("流标公告", "Notice of a failed tender"),
                EndedAt,
                [new("reason", ("原因", "Reason"), "投标截止时投标人少于三个，不开标；将重新招标（示例）。")]
            );
        if (End == InventedEnd.Terminated)
            await Publish(
                NoticeKind.Termination,
                ("终止公告", "Notice of termination"),
                EndedAt,
                [new("reason", ("原因", "Reason"), "建设规模调整，原招标方案不再适用（示例）。已收取的投标保证金及利息退还。")]
            );
        if (End == InventedEnd.Opened)
            await Publish(
                NoticeKind.OpeningRecord,
                ("开标记录", "Record of the opening"),
                EndedAt,
                [new("record", ("开标记录", "Record"), "三家投标人的报价已当众公布（示例）。")]
            );
        return (tender, lots);

        T Add<T>(T record)
            where T : class, IRecorded
        {
            db.Add(record);
            db.Record(record, on, new DemonstrationLoaded(typeof(T).Name), answer: false);
            return record;
        }

        async Task Publish(NoticeKind kind, Words what, DateTime at, IReadOnlyList<NoticeSection> sections) =>
            ReleaseBook.Announce(
                db,
                Add(
                    new Notice
                    {
                        Id = Ids.Next(at),
                        TenderId = tender.Id,
                        Division = project.Division,
                        Kind = kind,
                        Number = $"{TenderNumber}-{await db.NextNumber($"notices:{TenderNumber}"):00}",
                        TitleZh = $"{Name.Zh}{what.Zh}",
                        TitleEn = $"{Name.En}: {char.ToLowerInvariant(what.En[0])}{what.En[1..]}",
                        Sections = sections,
                        PublishedAt = at,
                    }
                ),
                on
            );
    }
}
