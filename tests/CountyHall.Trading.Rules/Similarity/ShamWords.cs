using System.Text;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>A small generator whose numbers are the same on every machine and version.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = Mixed(Mixed(seed + 0x51ED27));

    public int Next(int below)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
        }
        return (int)(Mixed(state) % (ulong)below);
    }

    private static ulong Mixed(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    public int Between(int low, int high) => low + Next(high - low + 1);

    public bool Chance(double p) => Next(1_000_000) < p * 1_000_000;

    public T Of<T>(IReadOnlyList<T> list) => list[Next(list.Count)];

    /// <summary>The part of the trade's words in use.</summary>
    public double Words { get; set; } = 1;

    /// <summary>One of those words of the list that this trade uses.</summary>
    public T Word<T>(IReadOnlyList<T> list) => list[Next(Math.Max(3, (int)(list.Count * Words)))];

    public double Unit() => Next(1_000_000) / 1e6;

    public List<T> Some<T>(IEnumerable<T> from, int count)
    {
        var list = from.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
        return list.Take(count).ToList();
    }
}

/// <summary>
/// Invented sentences of the building trade. A sentence knows its slots and its synonyms, so that it can be said again in other words. In a pattern
/// {x} is a slot, # a number, and [a|b] a choice of words.
/// </summary>
internal sealed class Said
{
    private readonly string pattern;
    private readonly Dictionary<int, string> slots = [];
    private readonly Dictionary<int, int> choices = [];
    private Said? opener;
    private Said? closer;
    private bool turned;

    private Said(string pattern) => this.pattern = pattern;

    private Said(Said from)
    {
        pattern = from.pattern;
        slots = new(from.slots);
        choices = new(from.choices);
        Typo = from.Typo;
        (opener, closer, turned) = (from.opener, from.closer, from.turned);
    }

    /// <summary>A right word and its mistyped form in this sentence.</summary>
    public (string Right, string Wrong)? Typo { get; set; }

    public static Said New(Dice dice, string pattern)
    {
        var said = new Said(pattern);
        said.Walk((i, name) => said.slots[i] = Fill(dice, name), (i, options) => said.choices[i] = dice.Next(options.Length));
        return said;
    }

    public Said Copy() => new(this);

    /// <summary>With words before and after it, as writers like them.</summary>
    public Said Framed(Dice dice)
    {
        var framed = new Said(this) { opener = New(dice, dice.Of(ShamWords.Openers)), closer = New(dice, dice.Of(ShamWords.Closers)) };
        return framed;
    }

    public Said WithOtherNumbers(Dice dice, double share)
    {
        var copy = new Said(this) { opener = opener?.WithOtherNumbers(dice, share), closer = closer?.WithOtherNumbers(dice, share) };
        copy.Walk(
            (i, name) =>
            {
                if (name == "#" && dice.Chance(share))
                    copy.slots[i] = Fill(dice, "#");
            },
            (_, _) => { }
        );
        return copy;
    }

    /// <summary>A number here and there a little off, as when a stock section was touched up.</summary>
    public Said Touched(Dice dice, double share)
    {
        var copy = new Said(this) { opener = opener?.Touched(dice, share), closer = closer?.Touched(dice, share) };
        copy.Walk(
            (i, name) =>
            {
                if (name == "#" && dice.Chance(share))
                    copy.slots[i] = (
                        int.Parse(copy.slots[i], System.Globalization.CultureInfo.InvariantCulture) + dice.Between(1, 3)
                    ).ToString(System.Globalization.CultureInfo.InvariantCulture);
            },
            (_, _) => { }
        );
        return copy;
    }

    public Said Reworded(Dice dice, double share)
    {
        var copy = new Said(this);
        copy.Walk(
            (i, name) =>
            {
                if (name != "#" && dice.Chance(share * 0.12))
                    copy.slots[i] = Fill(dice, name);
            },
            (i, options) =>
            {
                if (dice.Chance(share))
                    copy.choices[i] = (copy.choices[i] + 1 + dice.Next(options.Length - 1)) % options.Length;
            }
        );
        // Its second clause before its first.
        copy.turned ^= dice.Chance(share * 0.2);
        // Words inserted before and after it, exchanged or left out.
        if (dice.Chance(share * 0.4))
            copy.opener = New(dice, dice.Of(ShamWords.Openers));
        if (dice.Chance(share * 0.4))
            copy.closer = New(dice, dice.Of(ShamWords.Closers));
        return copy;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        var last = 0;
        Walk((i, name) => Before(i).Append(slots[i]), (i, options) => Before(i).Append(options[choices[i]]), end => last = end);
        text.Append(pattern.AsSpan(last));
        var core = text.ToString();
        if (turned && core.Split('，') is { Length: >= 3 } clauses)
            core = string.Join('，', [clauses[1], clauses[0], .. clauses[2..]]);
        var said = $"{opener}{core}{closer}";
        return Typo is { } typo ? said.Replace(typo.Right, typo.Wrong, StringComparison.Ordinal) : said;

        StringBuilder Before(int i) => text.Append(pattern.AsSpan(last, i - last));
    }

    private void Walk(Action<int, string> slot, Action<int, string[]> choice, Action<int>? after = null)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '#')
            {
                slot(i, "#");
                after?.Invoke(i + 1);
            }
            else if (pattern[i] is '{' or '[')
            {
                var end = pattern.IndexOf(pattern[i] == '{' ? '}' : ']', i);
                var inner = pattern[(i + 1)..end];
                if (pattern[i] == '{')
                    slot(i, inner);
                else
                    choice(i, inner.Split('|'));
                after?.Invoke(end + 1);
                i = end;
            }
        }
    }

    private static string Fill(Dice dice, string name) =>
        name switch
        {
            "#" => dice.Between(2, dice.Chance(0.3) ? 980 : 60).ToString(System.Globalization.CultureInfo.InvariantCulture),
            "部位" => dice.Word(ShamWords.Parts),
            "工序" => dice.Word(ShamWords.Works),
            "材料" => dice.Word(ShamWords.Materials),
            "机械" => dice.Word(ShamWords.Machines),
            "岗位" => dice.Word(ShamWords.Posts),
            "班组" => dice.Word(ShamWords.Teams),
            "单位" => dice.Word(ShamWords.Units),
            "方法" => dice.Word(ShamWords.Methods),
            "方案" => dice.Word(ShamWords.Plans),
            "天气" => dice.Word(ShamWords.Weather),
            "缺陷" => dice.Word(ShamWords.Defects),
            "规范" => dice.Word(ShamWords.Standards),
            "检验" => dice.Word(ShamWords.Checks),
            "记录" => dice.Word(ShamWords.Records),
            "目的" => dice.Word(ShamWords.Aims),
            "费用" => dice.Word(ShamWords.Fees),
            _ => throw new InvalidOperationException(name),
        };
}

/// <summary>The invented trade's words.</summary>
internal static class ShamWords
{
    private static string[] L(string words) => words.Split(' ');

    public static readonly string[] Parts = L(
        "屋面女儿墙 筏板基础 独立基础 地下室外墙 框架柱 剪力墙 现浇楼板 楼梯间 卫生间降板 雨篷 连廊钢梁 外墙保温层 后浇带 变形缝 电梯井道 集水坑 消防水池 设备机房 管道井 幕墙龙骨 门窗洞口 内墙抹灰层 走廊地面 室外台阶 绿化种植土层 树池 沥青上面层 沥青下面层 水泥稳定碎石基层 塘渣垫层 路床 侧平石 人行道板 雨水检查井 污水支管 过路涵管 箱涵侧墙 桥台背墙 盖梁 空心板梁 防撞护栏 伸缩缝 台背回填区 河道护岸 抛石护脚 格宾石笼 围堰 泵站底板 闸门槽 堤顶道路 路灯基础 电力排管 弱电手孔 交通标志基础 管廊标准段 老路搭接处 软基处理段 顶管工作井 填土路堤 操场看台"
    );
    public static readonly string[] Works = L(
        "测量放线 土方开挖 土方回填 基坑支护 井点降水 灌注桩成孔 钢筋笼吊放 桩头凿除 垫层浇筑 钢筋绑扎 直螺纹连接 模板安装 模板拆除 混凝土浇筑 混凝土养护 大体积混凝土测温 砌体砌筑 构造柱施工 抹灰找平 饰面砖粘贴 防水卷材铺贴 防水涂料涂刷 屋面保温铺设 闭水试验 门窗安装 幕墙安装 吊顶龙骨安装 涂料喷涂 腻子批刮 地坪研磨 石材干挂 桥架敷设 电缆敷设 灯具安装 防雷接地焊接 管道试压 管道冲洗 风管制作 消防喷淋调试 外架搭设 外架拆除 塔吊安拆 路基碾压 水稳摊铺 透层油洒布 沥青摊铺 侧石安砌 标线施划 沟槽回填 承插管安装 检查井砌筑 支座安装 预制板吊装 预应力张拉 植筋 注浆加固 钢板桩围护 苗木起挖 苗木栽植 草皮铺设"
    );
    public static readonly string[] Materials = L(
        "商品混凝土 HRB400级钢筋 蒸压加气混凝土砌块 页岩多孔砖 预拌砂浆 挤塑聚苯板 玻化微珠保温砂浆 自粘聚合物改性沥青防水卷材 聚氨酯防水涂料 遇水膨胀止水条 中空玻璃 铝合金型材 轻钢龙骨 石膏板 花岗岩板材 防滑地砖 内墙乳胶漆 外墙真石漆 镀锌钢管 PPR给水管 HDPE双壁波纹管 球墨铸铁管 阻燃电缆 配电箱 LED灯具 透水砖 级配碎石 塘渣 中粗砂 土工格栅 水泥稳定碎石 乳化沥青 钢绞线 板式橡胶支座 花岗岩侧石 香樟 桂花 红叶石楠 百慕大草皮 雷诺护垫 膨润土 钢管扣件 木胶合板 对拉螺栓"
    );
    public static readonly string[] Machines = L(
        "PC200挖掘机 ZL50装载机 自卸汽车 18吨振动压路机 三轮压路机 胶轮压路机 沥青摊铺机 路面铣刨机 50吨汽车吊 QTZ63塔式起重机 SC200施工升降机 插入式振捣器 平板振捣器 钢筋切断机 钢筋弯曲机 直螺纹套丝机 木工圆盘锯 交流电焊机 空气压缩机 柴油发电机组 潜水泵 泥浆泵 高压注浆泵 静压桩机 冲击钻机 顶管机 全站仪 电子水准仪 洒水车 吸污车"
    );
    public static readonly string[] Posts = L(
        "项目经理 生产经理 商务经理 总工程师 技术负责人 施工员 专职质检员 质量员 安全总监 安全员 材料员 资料员 机械员 劳务员 标准员 预算员 计量员 试验员 测量员 木工工长 钢筋工长 电气工长 给排水工长 栋号长 班组长 后勤主管 消防负责人"
    );
    public static readonly string[] Teams = L(
        "钢筋班组 木工班组 混凝土班组 架子工班组 瓦工班组 防水专业队 装饰班组 水电班组 安装作业队 土方作业队 道路作业队 桥梁作业队 管道作业队 绿化养护队 机械班组 测量小组 吊装小组 清淤作业队 预应力专业队 杂工班"
    );
    public static readonly string[] Units = L(
        "建设单位 监理单位 设计单位 质量监督机构 跟踪审计单位 属地街道 社区居委会 交警部门 城管部门 环保部门 水务部门 管线产权单位 学校管理方"
    );
    public static readonly string[] Methods = L(
        "分段流水 样板引路 分层分块 跳仓 先深后浅 先地下后地上 由远及近 对称同步 半幅封闭 夜间错峰 两班连续 机械为主人工配合 工厂预制现场拼装 BIM预排版 二维码追溯 清单化销项 网格化管理 定人定岗 动态调整"
    );
    public static readonly string[] Plans = L(
        "专项施工方案 作业指导书 技术交底书 应急预案 监测方案 检验计划 试验检测计划 材料进场计划 劳动力计划 机械进退场计划 月度进度计划 周滚动计划 样板实施方案 成品保护方案 临时用电组织设计 交通组织方案 扬尘治理方案 冬雨季方案 竣工资料清单"
    );
    public static readonly string[] Weather = L("梅雨季节 台风季节 高温季节 低温天气 大雾天气 强对流天气 连续阴雨 汛期");
    public static readonly string[] Defects = L(
        "蜂窝麻面 露筋 烂根 跑模 胀模 离析 冷缝 收缩裂缝 温度裂缝 空鼓开裂 渗水 色差明显 阴阳角不顺直 砂浆不饱满 瞎缝通缝 轴线偏移 标高超差 保护层不足 搭接长度不够 压实度不足 边坡滑塌 基底扰动 管道错口 井周沉陷 推移拥包 面层起砂 苗木失水 接茬不平"
    );
    public static readonly string[] Standards = L(
        "《建筑工程施工质量验收统一标准》 《混凝土结构工程施工质量验收规范》 《砌体结构工程施工质量验收规范》 《屋面工程质量验收规范》 《地下防水工程质量验收规范》 《建筑装饰装修工程质量验收标准》 《建筑电气工程施工质量验收规范》 《给水排水管道工程施工及验收规范》 《城镇道路工程施工与质量验收规范》 《工程测量标准》 《建筑施工安全检查标准》 《建筑机械使用安全技术规程》 《钢筋焊接及验收规程》 《混凝土强度检验评定标准》"
    );
    public static readonly string[] Checks = L(
        "外观检查 尺寸量测 标高复测 轴线闭合检查 垂直度校核 平整度检查 压实度检测 弯沉检测 强度回弹检测 取样复试 见证取样 旁站监督 平行检验 通球试验 闭水检验 绝缘电阻测试 接地电阻测试 扭矩抽检 样板比对 影像留存 首件验收 交接检查 挂牌验收 技术复核"
    );
    public static readonly string[] Records = L(
        "填写验收表格 形成书面记录 录入台账 同步上传影像资料 报监理工程师确认 报建设单位备案 列入周报 建立编号清单 签认后归档 整理成册 附于检验批之后 张贴于现场公示栏 当日闭合销项 在交底单上签字"
    );
    public static readonly string[] Aims = L(
        "保证结构安全与耐久性 使工期始终处于受控状态 避免返工造成的材料浪费 减少对既有管线的扰动 为下一步作业创造条件 杜绝同类问题重复发生 让过程质量有据可查 降低能源与水资源消耗 防止渗漏等质量通病 确保观感质量一次成优 提高机械利用率 缩短流水节拍 保障周边居民正常出行 使责任落实到具体岗位"
    );
    public static readonly string[] Fees = L(
        "人工费 材料费 施工机具使用费 企业管理费 利润 规费 税金 安全文明施工费 二次搬运费 夜间施工增加费 冬雨季施工增加费 检验试验费 脚手架费 模板费 垂直运输费 暂列金额 总承包服务费"
    );

    public static readonly string[] Patterns =
    [
        "[施工部署|总体部署|总体安排][坚持|遵循|按照]{方法}[的原则|这一原则]，[先|优先|首先][展开|安排|组织]{部位}，[再转入|后进行|然后进行]{部位}，最后[完成|收尾|结束]{工序}",
        "[本工程|该工程|本项目]的[重点|难点|关键][是|在于]{部位}的{工序}，[其|它]受{天气}[影响大|制约明显|影响明显]，[拟|将|计划]以{方法}[应对|化解|解决]",
        "[水源|电源]从{单位}[指定|提供]的[接口|接驳点][引入|接入]，[电缆|管径]按[最大|高峰|最高]用量#千瓦[考虑|计算]，[并|另][备|配]{机械}#台",
        "[我公司|我单位|我方|本投标人][认真|仔细][阅读|研究]了[招标文件|全部招标资料]和[图纸|答疑]，[踏勘|查看]了[现场|场地]，[充分考虑|已考虑]{部位}[与|和]{天气}等[因素|影响因素]",
        "[总平面|平面|场地][布置|管理]分#个阶段[动态更新|调整]，[由|归]{岗位}[负责|主管]，[材料|机械]进出[执行|实行][登记|审批][制度|办法]，{记录}",
        "[与|和|同]{单位}的[协调|配合|沟通]由{岗位}[牵头|对接|负责]，[重要|重大]事项[在|通过]例会[议定|研究|商定]，#天内[回复|落实|答复]，{记录}",
        "[我公司|我司|本公司][承诺|保证][严格|认真][履行|执行]合同，[如|若]中标[即|将]在#天内[进场|组建项目部]，[周转材料|管理人员|劳动力|机械设备][首先|优先][满足|保证]本项目",
        "{部位}[采取|按]{方法}的[思路|方式][安排|组织]{工序}，[厚度|间距|分层厚度]不大于#mm，[以便|从而]{目的}",
        "[如果|若]{检验}[数据|结果][不满足|达不到]{规范}，则对{部位}[扩大|加倍]抽检#处，[同时|并]由{岗位}[追溯|查找]{材料}的[批次|来源]",
        "[工地|现场]设置#处[控制点|监测点|观测点]，[每|间隔]#天[测|观测]一次，[变化值|累计值]超过#mm[时|即][启动|执行]{方案}",
        "{工序}[时|过程中]，{岗位}每#小时[巡视|值守|巡查]，[发现|一旦发现]{缺陷}[即|应|要][停止|暂停][作业|施工]，{记录}",
        "{机械}[停放|就位]在距{部位}#米[左右|以外]的[加固|硬化]场地上，[由|并由]{岗位}[统一指挥|指挥]",
        "{工序}分#个[流水段|施工段|区段]，每段[约|大约]#平方米，[由|安排]{班组}按{方法}[推进|展开]",
        "{材料}[进场|到场][时|后]由{岗位}[会同|配合]{单位}[共同|联合]{检验}，[不合格|达不到要求]的[一律|全部][退场|清退]，{记录}",
        "{班组}[上岗|进场]前[做|完成]#平方米[样板|试验段]，[请|由]{单位}与{岗位}[联合|共同]{检验}，[据此|以此][确定|锁定]{工序}的[做法|参数]",
        "[针对|对于]{部位}[容易|可能]出现的{缺陷}，[拟|主要]从{材料}选用、{工序}顺序和{检验}[几个|三个]方面[加以控制|进行预防]",
        "{岗位}把{部位}的[标高|轴线|几何尺寸][引测|投测]到[固定|稳固][位置|构筑物]上，[每|间隔]#天复测一次，{记录}",
        "{部位}与{部位}[之间|交接处]的{工序}[由|安排]{班组}[负责|承担]，[预计|约]#天[完成|内完成]，{目的}",
        "[考虑到|鉴于]{部位}[作业面|空间][受限|有限|狭窄]，{工序}[采用|改用]{机械}[加|配合]人工的[做法|方法]，{班组}分#组[轮换|交替]作业",
        "遇{天气}[安排|进行]{工序}时，[提前|预先][准备|备足]{材料}[覆盖|防护]，{机械}[移至|转移到][高处|安全地带]",
        "{工序}[前|之前][应|要][先完成|先做好]{工序}及{检验}，[没有|未经]{岗位}[同意|签字|确认]不得进入{部位}的{工序}[环节|阶段]",
        "{材料}[堆放|存放]于{部位}[附近|周边|旁侧]，[下部|底部]垫高#mm，[上部|顶部][苫盖|覆盖]，[标识|挂牌]注明规格[和|与]检验状态",
        "{岗位}[按照|依据]{方案}[向|对]{班组}[当面|逐人][讲清|说明]{工序}的[要点|难点]和{缺陷}的[防治|预防][措施|办法]",
        "[经|根据]现场踏勘，{部位}[距离|离][现状|既有][建筑物|道路|管线]约#米，{工序}[拟|应][错开|避开]#点[左右|前后]的高峰，[改为|采用]{方法}",
        "[成立|组建|建立]以{岗位}为[组长|第一责任人]、{岗位}和{岗位}[参加|为成员]的质量[管理|领导]小组，每#天[组织|开展]一次{检验}",
        "{材料}[实行|采用][封样|样品封存]制度，[到货|供货]与封样[不一致|有出入]的，{岗位}有权[退货|拒收]，{记录}",
        "[质量|技术]资料[与|同]{工序}[同步|同时][形成|收集]，{岗位}每#天[检查|核对]一次，[缺项|漏项]的[限|在]#天内[补齐|补正]",
        "[有限空间|井下]作业[先|必须先]通风#分钟[后|再]检测，[作业人员|井下人员][佩戴|系]安全带，[洞口|井口][安排|设]#人[监护|值守]",
        "[动火|焊接]作业[实行|执行][动火证|审批]制度，配[灭火器|消防器材]#具、看火人#名，[收工后|作业后][留守|观察]#分钟",
        "[安全检查|隐患检查][发现|查出]的问题[开具|下发]整改单，{班组}[限|须在]#小时内[整改|消除]，[逾期|拖延]的[罚款|处罚]#元",
        "[里程碑|节点]一：第#天[完成|结束]{工序}；[里程碑|节点]二：第#天[完成|结束]{部位}；[未按期|不能按期]的由{岗位}[说明原因|检讨原因]",
        "[当|若]{部位}[滞后|拖后]时，[采取|通过]增加{机械}、延长作业时间至#点、改为{方法}等[措施|手段][抢回|追赶]",
        "[劳动力|用工]高峰期#人，[平均|日均]#人，[重点|主要][保证|满足]{部位}的{工序}",
        "[夜间|晚间][确需|需要]连续{工序}的，[提前|预先]#天[到|向]{单位}办理手续，[同时|并][告知|公告]周边居民",
        "[拟任|配备]{岗位}[具有|具备]#年以上同类[项目|工程][管理|施工]经验，常驻现场[月均|每月]不少于#天，[离岗|请假]须[报|经]{单位}[同意|批准]",
        "{岗位}[具体|主要]负责{工序}的[组织|协调]、{方案}的编制[以及|和]{检验}，[向|对]{岗位}[汇报|负责]",
        "[人员|岗位]培训[按|依]{方案}[开展|进行]，{岗位}[授课|主讲]，[重点|内容]为{规范}和{缺陷}的[防治|处理]，每次#课时",
        "土方[运输|外运]车[出门|出场]前[必须|一律][清洗|冲洗]，[沉淀池|洗车池]每#天清掏一次，[防止|杜绝]扬尘",
        "[气温低于#℃时|低温时]，{材料}[加|掺]早强剂，{部位}[覆盖|包裹]保温，[延长|增加]养护#天",
        "{材料}[单价|价格][采用|参考][当月|近期]信息价，[结合|并][市场|本地]询价[上浮|下浮]百分之#，[含|包括][运费|装卸]及损耗",
        "[就|对]{部位}的{工序}，[综合|分析]单价[含|包含]{材料}、[人工|用工]#工日及[机械|损耗]，[不再另行|不另行][计费|调整]",
        "{费用}[费率取|取费按]百分之#，{费用}[按规定|依规定]计取，[不参与竞争性费用|不竞争性部分][不作|未作][让利|下浮]",
    ];

    /// <summary>Chapters, the sentences that belong to each, and how its sections are called.</summary>
    public static readonly (string Title, int[] Patterns, string[] Headings)[] Chapters =
    [
        ("编制说明与工程概况", [0, 1, 2, 3, 4, 5, 6], ["总体部署", "工程特点", "{部位}条件分析"]),
        ("施工组织设计", [7, 11, 12, 16, 17, 18, 20, 21, 23], ["{部位}施工安排", "{部位}{工序}方案", "{工序}工艺与要点"]),
        ("质量保证体系与措施", [8, 9, 13, 14, 15, 22, 24, 25, 26], ["{缺陷}的防治", "质量管理制度之{检验}", "{部位}质量控制"]),
        ("安全生产与文明施工", [10, 27, 28, 29, 22], ["{机械}安全管理", "{工序}安全要点", "[坍塌|淹溺|灼烫|物体打击|车辆伤害]防范措施"]),
        ("施工进度计划与保证措施", [30, 31, 32, 12, 17], ["{天气}工期保障", "{部位}进度安排", "[劳动力|周转材料|运输车辆]保障"]),
        ("项目管理机构与人员", [34, 35, 36, 5, 32], ["人员管理", "{班组}组建", "{岗位}职责"]),
        (
            "环境保护与季节性施工",
            [33, 37, 38, 19, 4],
            ["{天气}施工措施", "[扬尘|噪声|光污染|污水]治理", "[密闭运输|定点清运|雨污分流]安排"]
        ),
        ("报价说明", [39, 40, 41, 2], ["报价编制原则", "{费用}说明", "{材料}价格说明"]),
    ];

    /// <summary>How often a section belongs to each chapter.</summary>
    public static readonly int[] Weights = [0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7];

    public static readonly string[] Openers =
    [
        "",
        "",
        "",
        "",
        "",
        "为稳妥起见，",
        "根据踏勘情况，",
        "综合各方意见，",
        "鉴于工序较多，",
        "从技术角度，",
        "在正常条件下，",
        "此外，",
        "与业主沟通后，",
        "就本项目而言，",
        "具体而言，",
        "按既定顺序，",
    ];

    public static readonly string[] Closers =
    [
        "",
        "",
        "",
        "",
        "",
        "，{记录}",
        "，{目的}",
        "，由{岗位}汇总",
        "，遇{天气}顺延",
        "（约#处）",
        "（含{材料}）",
        "，必要时增加{机械}#台",
        "，过程中注意{缺陷}",
        "，详见{方案}",
        "，费用计入{费用}",
    ];

    public static readonly string[] TenderPatterns =
    [
        "投标人应在{部位}{工序}前#天提交{方案}，经{单位}审核同意后方可施工，否则发包人有权暂停支付相应进度款",
        "{部位}的{工序}应满足厚度不小于#mm，检测频率不少于每#平方米#点，检测费由投标人承担",
        "质量标准执行{规范}一次合格，{缺陷}类缺陷应在#天内无偿修复",
        "{费用}按招标控制价百分之#列入，投标人不得调整，竣工结算时按实际发生计算",
        "进度每逾期一天罚违约金#元，{部位}节点应在开工后第#天完成",
        "拟派{岗位}须每月在岗不少于#天，缺岗一次处违约金#元，达到#次的视为严重违约处理",
    ];

    /// <summary>Right words and how they are mistyped; common ones everybody mistypes.</summary>
    public static readonly (string Right, string Wrong)[] Typos =
    [
        ("材料", "财料"),
        ("班组", "班祖"),
        ("质量", "质亮"),
        ("施工", "施功"),
        ("管道", "管到"),
        ("作业", "作叶"),
        ("方案", "方按"),
        ("措施", "错施"),
        ("验收", "验受"),
        ("制度", "制渡"),
        ("混凝土", "混泥土"),
        ("检查", "检察"),
        ("保护", "保互"),
        ("现场", "现厂"),
        ("负责", "付责"),
        ("完成", "完诚"),
        ("安装", "按装"),
        ("公示", "公事"),
        ("预防", "预访"),
        ("组织", "组职"),
    ];

    public static readonly string[] Surnames = L(
        "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕"
    );
    public static readonly string[] Given = L(
        "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 霞 平 刚 桂 英 华 飞 玲 波 宁 建 云 雪 宇 佳 浩 文 秀 思 青 泽 根 源 海 燕 水 梅 晨 琪 民 凯 娟 卫 峰"
    );

    public static string Person(Dice dice) => dice.Of(Surnames) + dice.Of(Given) + (dice.Chance(0.75) ? dice.Of(Given) : "");
}
