using CountyHall.Kernel.Law;

namespace CountyHall.Approvals.Catalogue;

public static partial class GuideCheck
{
    /// <summary>A version beside the one before it.</summary>
    private static GuideRule[] Versions() =>
        [
            new(
                "version-order",
                FindingWeight.Refuses,
                ("新版本的版本号加一，施行日期更晚，编码不变", "The next version has the next number, a later day and the same code"),
                Choice("事项版本", "versions of items")
            )
            {
                Find = on =>
                    on.Context.Before is not { } before ? []
                    : on.Context.EffectiveFrom <= before.EffectiveFrom
                        ?
                        [
                            new(
                                "effectiveFrom",
                                ("施行日期", "First day"),
                                (
                                    $"不晚于第 {before.Version} 版的 {before.EffectiveFrom:yyyy-MM-dd}",
                                    $"Not after that of version {before.Version}"
                                ),
                                ("写一个更晚的日期", "A later day")
                            ),
                        ]
                    : on.Context.Version is { } version && version != before.Version + 1
                        ?
                        [
                            new(
                                "version",
                                ("版本号", "Version"),
                                ($"应当是 {before.Version + 1}", $"It should be {before.Version + 1}"),
                                ($"写 {before.Version + 1}", $"{before.Version + 1}")
                            ),
                        ]
                    : on.Guide.Code != before.Guide.Code
                        ?
                        [
                            new(
                                "code",
                                ("实施编码", "Code"),
                                ("编码与上一版不同", "Another code than before"),
                                ("同一事项的编码不变", "An item keeps its code")
                            ),
                        ]
                    : [],
            },
            new(
                "never-worse",
                FindingWeight.Refuses,
                ("新版本不延长期限、不增加跑动次数", "The next version is no slower and asks for no more visits"),
                new(Laws.BusinessEnvironment, "第三十五条", "art. 35")
            )
            {
                Find = on =>
                    on.Context.Before is not { Guide: var before }
                        ? []
                        : new[]
                        {
                            on.Guide.PromisedDays > before.PromisedDays
                                ? new Fault(
                                    "promisedDays",
                                    ("承诺办结时限", "Promised limit"),
                                    (
                                        $"由 {before.PromisedDays} 个工作日延长到 {on.Guide.PromisedDays} 个",
                                        $"From {before.PromisedDays} to {on.Guide.PromisedDays} working days"
                                    ),
                                    ($"不超过 {before.PromisedDays} 个；确需延长的，走例外审批", $"{before.PromisedDays} at most")
                                )
                                : null,
                            on.Guide.Visits > before.Visits
                                ? new Fault(
                                    "visits",
                                    ("到办事现场次数", "Visits"),
                                    (
                                        $"由 {before.Visits} 次增加到 {on.Guide.Visits} 次",
                                        $"From {before.Visits} to {on.Guide.Visits} visits"
                                    ),
                                    ($"不超过 {before.Visits} 次", $"{before.Visits} at most")
                                )
                                : null,
                        }.OfType<Fault>(),
            },
        ];
}
