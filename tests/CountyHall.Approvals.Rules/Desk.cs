using System.Globalization;
using System.Text.Json;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Rules;

/// <summary>A desk to take steps at: cases of demonstration items as values, and the people who act on them. All invented.</summary>
internal static class Desk
{
    public const string Restaurant = "restaurant-food-licence.v2";
    public const string Gaps = "health-certificates";

    public static readonly WorkingCalendar Calendar = WorkingCalendar.Published;

    public static readonly DirectoryInfo Root = FindRoot();

    /// <summary>The approving offices of the restaurant licence, in the order of the route.</summary>
    public static readonly string[] Route = ["scjg", "xf"];

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant of Beijing, such as <c>2020-09-24 17:00</c>; ten in the morning where no time is given.</summary>
    public static DateTime At(string local) =>
        local.Length == 10
            ? CountyTime.Utc(Day(local), new(10, 0))
            : CountyTime.Utc(Day(local[..10]), TimeOnly.Parse(local[11..], CultureInfo.InvariantCulture));

    /// <summary>The guide of a demonstration item, by file name.</summary>
    public static ServiceGuide Guide(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root.FullName, "demo", "items", $"{file}.json")));
        return json.RootElement.GetProperty("guide").Deserialize<ServiceGuide>(Recording.Json)!;
    }

    /// <summary>A file in which nothing is missing: every question answered by its first choice.</summary>
    public static CaseFile Complete(ServiceGuide guide)
    {
        var answers = guide.Questions.ToDictionary(q => q.Id, q => q.Choices[0].Id);
        return new CaseFile
        {
            Answers = answers,
            Materials = guide.Needed(answers).ToDictionary(m => m.Id, m => new Handed(HandedHow.AtCounter, At("2020-09-24"))),
        };
    }

    public static CaseFile Without(this CaseFile file, params string[] materials) =>
        file with
        {
            Materials = file.Materials.Where(m => !materials.Contains(m.Key)).ToDictionary(),
        };

    /// <summary>A case received at an instant, complete unless a file is given.</summary>
    public static CaseAtWork Received(ServiceGuide guide, string at, CaseFile? file = null) =>
        new(
            new Cases.Case
            {
                Id = 1,
                Number = new CaseNumber("330421-20200924-000001"),
                Division = "330421",
                Item = "restaurant-food-licence",
                ItemVersion = 2,
                Applicant = 11,
                ApplicantName = "云岫餐饮店（虚构）",
                Representative = 12,
                Channel = Channel.Window,
                ReceivedPlace = "A01",
                ReceivedAt = At(at),
                File = file ?? Complete(guide),
                Stage = JustReceived(at, ReviewLimits.Of(guide)),
            },
            guide,
            Calendar
        );

    /// <summary>A case that stands at a stage.</summary>
    public static CaseAtWork Standing(this CaseAtWork at, Stage stage)
    {
        at.Case.Stage = stage;
        return at;
    }

    public static Received JustReceived(string at, ReviewLimits limits) =>
        new(At(at), Clock.Start(Rulebook.CorrectionNotice, At(at))) { DeemedLimits = limits };

    /// <summary>A case of the restaurant licence in review, accepted at an instant by the clerk.</summary>
    public static CaseAtWork InReview(string accepted, ServiceGuide? guide = null)
    {
        var at = Received(guide ?? Guide(Restaurant), accepted);
        AcceptCaseHandler.Step(at, Clerk(accepted)).Done();
        return at;
    }

    /// <summary>A review under given limits, as a value.</summary>
    public static UnderReview Accepted(string accepted, int legal = 20, int promised = 20, bool joint = false) =>
        JustReceived(accepted, new(legal, promised, joint))
            .Accept(new Acceptance(At(accepted), 2, "苏映雪", "A01"), new(legal, promised, joint));

    public static SpecialProcedure Procedure(string from, int days) => new(SpecialProcedureKind.ExpertReview, Food, days, At(from), 3);

    public static readonly Citation Food = new("中华人民共和国食品安全法", "第三十五条");

    public static Conclusion Agrees(string office, string at, long by = 3) => new(office, true, "符合条件", by, "审批员", At(at));

    public static Conclusion Disagrees(string office, string at) =>
        new(office, false, "后厨与污染源距离不足", 3, "审批员", At(at), new Grounds(Food, "后厨与污染源距离不足"));

    public static readonly Words OfficeName = ("县市场监督管理局", "County Market Regulation Administration");

    // ---- who acts ----

    public static Occasion Clerk(string at, long id = 2) =>
        By(new Actor(id, "苏映雪", "330421", "centre", "A01", new HashSet<Role> { Role.Clerk }, new HashSet<string> { "commerce" }), at);

    public static Occasion Approver(string office, string at, long id = 3) =>
        By(new Actor(id, "审批员", "330421", office, null, new HashSet<Role> { Role.Approver }), at);

    public static Occasion Head(string office, string at) =>
        By(new Actor(5, "负责人", "330421", office, null, new HashSet<Role> { Role.Head }), at);

    public static Occasion Issuer(string at, long id = 6, string office = "centre", string? window = "C01") =>
        By(new Actor(id, "出件员", "330421", office, window, new HashSet<Role> { Role.Issuer }), at);

    public static Occasion Applicant(string at) => By(new Actor(7, "顾青岚", "330421", Person: 11), at);

    private static Occasion By(Actor actor, string at) => new(actor, null, At(at), Channel.Window, actor.Window ?? "网上");

    public static StoredFile Paper(string name) => new(new string('a', 64), 1, "application/pdf", $"{name}.pdf");

    // ---- what came of it ----

    public static T Done<T>(this Result<T> result) =>
        result is Result<T>.Refused(var why)
            ? throw new InvalidOperationException($"Refused: {why.Reason.En}")
            : ((Result<T>.Done)result).Value;

    public static TRefusal Refusing<T, TRefusal>(this Result<T> result)
        where TRefusal : Refusal => result.ShouldBeOfType<Result<T>.Refused>().Why.ShouldBeOfType<TRefusal>();

    private static DirectoryInfo FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "CountyHall.slnx")))
                return at;
        throw new DirectoryNotFoundException("No folder above the tests holds CountyHall.slnx.");
    }
}
