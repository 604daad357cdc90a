using CountyHall.Kernel.Results;
using CountyHall.Trading.Similarity.Board;

namespace CountyHall.Trading.RedFlags.OwnLots;

public sealed record NotFlaggedYet(string Lot)
    : Refusal(
        ($"标段 {Lot} 还没有红旗计算结果。", $"Nothing was computed of lot {Lot} yet."),
        (
            "开标结束后，每一刻钟自动计算一次，请稍后再看。",
            "It is computed every quarter of an hour once the opening is over: come back later."
        ),
        CollusionLaw.Investigation
    );

public sealed record FlagNotThere()
    : Refusal(
        (
            "这面红旗已不在最新的计算结果里，或者数值已经变化。",
            "This flag is not in the newest computation any more, or its number has changed."
        ),
        ("请刷新页面，按最新的结果判断。", "Reload the page and judge what stands there now."),
        CollusionLaw.Investigation
    );
