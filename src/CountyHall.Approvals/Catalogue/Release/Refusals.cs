using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue.Release;

public sealed record NotYourItem()
    : Refusal(
        ("这个事项由另一个单位实施，不由您维护。", "Another body carries this item out; you do not keep it."),
        ("请联系该单位的事项管理员，或县政务服务中心的事项管理员。", "Turn to that body's item administrator, or to the centre's."),
        Provisions.Posts
    );

public sealed record CentreReleases()
    : Refusal(
        (
            "审核发布、下架和取消由县政务服务中心的事项管理员办理。",
            "Only item administrators of the service centre release, take down or end."
        ),
        ("请提交给中心审核。", "Submit it to the centre."),
        Provisions.Posts
    );

public sealed record DraftNotThere()
    : Refusal(("没有这份草稿。", "There is no such draft."), ("请从事项目录进入。", "Choose it from the catalogue."));

public sealed record ItemUnknown(string Item)
    : Refusal(
        ($"事项库里没有“{Item}”。", $"There is no item “{Item}” in the catalogue."),
        ("请从事项目录进入。", "Choose it from the catalogue.")
    );

public sealed record ItemNameWrong()
    : Refusal(
        (
            "地址名只用小写字母、数字和连字符，最多 80 个字符。",
            "The address name takes small letters, digits and hyphens, 80 characters at most."
        ),
        ("例如 restaurant-food-licence。", "Such as restaurant-food-licence.")
    );

public sealed record ItemThereAlready(string Item)
    : Refusal(
        ($"事项库里已经有“{Item}”。", $"“{Item}” is in the catalogue already."),
        ("请在它的页面上起草新版本，或换一个地址名。", "Draft a new version on its page, or choose another name.")
    );

public sealed record DraftOpenAlready()
    : Refusal(
        ("这个事项已有一份未发布的草稿。", "There is an open draft of this item already."),
        ("请接着写那一份，或先把它作废。", "Go on with that one, or drop it first.")
    );

public sealed record DraftNotOpen()
    : Refusal(
        ("这份草稿已经提交、发布或作废，现在不能改。", "This draft was submitted, released or dropped: it cannot be changed now."),
        ("已提交的可以退回后再改。", "What was submitted can be changed after it is returned.")
    );

public sealed record DraftNotSubmitted()
    : Refusal(("这份草稿没有在待审核。", "This draft does not wait for release."), ("请刷新页面。", "Reload the page."));

public sealed record DraftSavedMeanwhile()
    : Refusal(
        ("您打开之后，这份草稿又被保存过，您的修改没有存。", "The draft was saved by somebody since you opened it; yours was not kept."),
        ("请在新窗口打开草稿，把您的修改填进去再保存。", "Open the draft in another window and put your changes in there.")
    );

public sealed record NothingChanged(int Version)
    : Refusal(
        ($"草稿与第 {Version} 版一样，没有可发布的内容。", $"The draft equals version {Version}: there is nothing to release."),
        ("改动以后再提交，或作废这份草稿。", "Change something first, or drop the draft.")
    );

/// <summary>The guide check refuses; the first finding speaks, the page shows all.</summary>
public sealed record GuideNotReady(IReadOnlyList<GuideFinding> Findings)
    : Refusal(
        (
            $"指南检查有 {Findings.Count} 处必须改正。{Findings[0].Place.Zh}：{Findings[0].Wrong.Zh}",
            $"The guide check found {Findings.Count} to mend. {Findings[0].Place.En}: {Findings[0].Wrong.En}"
        ),
        Findings[0].Better,
        Findings[0].Rule.Clause
    );

public sealed record DifferenceUnexplained(ListDifference First)
    : Refusal(
        (
            $"与上级目录不一致，还没有写明原因：{First.What.Zh}，本县“{First.County.Zh}”，目录“{First.List.Zh}”。",
            $"It differs from the higher-level list and no reason is given: {First.What.En}, here “{First.County.En}”, in the list “{First.List.En}”."
        ),
        ("请在“与上级目录不一致的说明”里写明原因，或改成一致。", "Explain it in the field for differences, or make it agree."),
        new Provision(Laws.CountySettings, "事项目录管理", "keeping of the catalogue")
    );

/// <summary>County setting: what is published was seen by two people.</summary>
public sealed record OwnDraft()
    : Refusal(
        ("这份草稿您写过，不能由您发布。", "You wrote in this draft, so you cannot release it."),
        ("请中心的另一位事项管理员审核发布。", "Ask another item administrator of the centre."),
        new Provision(Laws.CountySettings, "事项目录管理", "keeping of the catalogue")
    );

public sealed record EffectiveInPast(DateOnly Today)
    : Refusal(
        (
            $"施行日期不能早于今天（{Today:yyyy-MM-dd}）：已经收下的办件按当时的版本办。",
            $"The first day may not lie before today ({Today:yyyy-MM-dd}): cases go by the version of their day."
        ),
        ("请填今天或以后的日期。", "Choose today or a later day.")
    );

public sealed record EffectiveTooEarly(int Version, DateOnly From)
    : Refusal(
        (
            $"第 {Version} 版 {From:yyyy-MM-dd} 起施行，新版本要从更晚的一天开始。",
            $"Version {Version} begins on {From:yyyy-MM-dd}; the next one begins on a later day."
        ),
        ("请改施行日期。", "Change the first day.")
    );

public sealed record DraftOvertaken(int Version)
    : Refusal(
        ($"起草之后已经发布了第 {Version} 版。", $"Version {Version} was released since this was begun."),
        ("请作废这份草稿，从新版本重新起草。", "Drop this draft and begin from the newer version.")
    );

public sealed record WhyMissing()
    : Refusal(("没有写理由。", "No reason is given."), ("请写明理由，它会留在记录里。", "Give a reason; it stays on record."));

public sealed record EndingNeedsArticle()
    : Refusal(
        ("取消事项要写明依据的文件和条文。", "Ending an item needs the document and the article it rests on."),
        ("例如《食品经营许可和备案管理办法》第四条。", "Such as an article of the rules on food trade licences.")
    );

public sealed record EndedAlready(DateOnly LastDay)
    : Refusal(
        ($"这个事项已经取消，最后一天是 {LastDay:yyyy-MM-dd}。", $"This item was ended; its last day is {LastDay:yyyy-MM-dd}."),
        ("取消的记录不能改；要恢复请新建事项。", "What was recorded stays; to bring it back, make a new item.")
    );

public sealed record EndingInPast(DateOnly Today)
    : Refusal(
        ($"最后一天不能早于今天（{Today:yyyy-MM-dd}）。", $"The last day may not lie before today ({Today:yyyy-MM-dd})."),
        ("请填今天或以后的日期。", "Choose today or a later day.")
    );

public sealed record PageNotUp()
    : Refusal(
        ("这个事项的公开页面现在没有上架。", "The public page of this item is not up."),
        ("不必再下架。", "There is nothing to take down.")
    );

public sealed record PageUpAlready()
    : Refusal(
        ("这个事项的公开页面已经上架。", "The public page of this item is up already."),
        ("不必再上架。", "There is nothing to put up.")
    );

public sealed record ListUnreadable(string Why)
    : Refusal(
        ($"目录文件读不出来：{Why}", $"The list cannot be read: {Why}"),
        (
            "文件是 JSON 数组，每项有 code（12 位基本编码）、name、kind、legalLimitDays、visits、basis。",
            "It is a JSON array; each entry has code (base code, 12 places), name, kind, legalLimitDays, visits, basis."
        )
    );

public sealed record ListThereAlready(DateOnly AsOf)
    : Refusal(
        ($"{AsOf:yyyy-MM-dd} 的目录已经导入过，或有更新的目录。", $"A list of {AsOf:yyyy-MM-dd} or a later one is loaded already."),
        ("请核对目录的日期。", "Check the date of the list.")
    );
