using System.Globalization;
using System.Text.Json;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Recomputation;

namespace CountyHall.Trading.Experts;

/// <summary>复算抽取: a published transcript, computed again from itself. RFC 3797.</summary>
internal static class DrawRecomputation
{
    private static readonly JsonSerializerOptions Strictly = new(Recording.Json)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static IReadOnlyList<RecomputedLine> Of(JsonElement published)
    {
        TranscriptFile file;
        try
        {
            file = published.Deserialize<TranscriptFile>(Strictly)!;
        }
        catch (JsonException broken)
        {
            return [new(("文件的写法", "How the file is written"), false, broken.Path ?? "", DrawTranscript.Format)];
        }
        var lines = new List<RecomputedLine>();
        if (file.Attempts.Count == 0)
            lines.Add(new(("抽取次数", "Attempts"), false, "0", "≥ 1"));
        foreach (var attempt in file.Attempts)
            new OneAttempt(attempt, lines).Check();
        return lines;
    }

    private sealed class OneAttempt(TranscriptAttempt attempt, List<RecomputedLine> lines)
    {
        public void Check()
        {
            // Nothing was drawn: experts were appointed, or the attempt stopped before its pool.
            if (attempt.Pool is not { } pool)
            {
                Say("未随机抽取（经批准直接确定，或者已停止）", "Nothing drawn (appointed with approval, or stopped)", "-", "-");
                return;
            }
            Say("候选名单的指纹", "Fingerprint of the pool", pool.Hash, DrawTranscript.PoolHash(pool.Entries));
            Say("名单编号", "Numbers of the pool", Join(pool.Entries.Select(e => e.Number)), Join(Enumerable.Range(1, pool.Entries.Count)));
            foreach (var share in attempt.Shares.Where(s => s.Share is not null))
            {
                var name = PoolWords.Of(share.Party);
                Say(
                    $"{name.Zh}的份额与封存的指纹",
                    $"Share of {name.En} against its fingerprint",
                    share.Commitment,
                    PublicDraw.CommitmentTo(PublicDraw.Canonical(share.Share!) ?? "")
                );
                Say($"{name.Zh}份额的写法", $"Form of the share of {name.En}", share.Share!, PublicDraw.Canonical(share.Share!) ?? "");
            }
            if (attempt.Key.Length == 0)
                return;
            Say("随机字符串", "Key string", attempt.Key, string.Concat(attempt.Shares.Select(s => s.Share)));
            Order(pool);
            Calls(pool);
            Names(pool);
        }

        private void Order(TranscriptPool pool)
        {
            var drawn = pool.Entries.Count is > 0 and <= ushort.MaxValue
                ? PublicDraw.Draw(string.Concat(attempt.Shares.Select(s => s.Share)), pool.Entries.Count, pool.Entries.Count)
                : [];
            for (var i = 0; i < Math.Max(drawn.Count, attempt.Order.Count); i++)
            {
                var (published, computed) = (At(attempt.Order, i), At(drawn, i));
                if (published != computed)
                {
                    Say($"抽取顺序第 {i + 1} 位", $"Place {i + 1} of the order", published, computed);
                    return;
                }
            }
            Say($"抽取顺序，{drawn.Count} 位", $"Order of {drawn.Count} places", Join(attempt.Order), Join(drawn));

            static string At(IReadOnlyList<int> numbers, int place) =>
                place < numbers.Count ? numbers[place].ToString(CultureInfo.InvariantCulture) : "-";
        }

        /// <summary>Each call was the next round that fitted an empty seat.</summary>
        private void Calls(TranscriptPool pool)
        {
            var categories = pool.Entries.DistinctBy(e => e.Number).ToDictionary(e => e.Number, e => e.Categories);
            var (called, seen) = (new HashSet<int>(), new List<TranscriptCall>());
            foreach (var (line, place) in attempt.Calls.Select((line, i) => (line, i + 1)))
            {
                if (
                    !attempt.Wanted.Any(w => w.Category == line.Category)
                    || line.Event != TranscriptEvent.Called && !called.Contains(line.Number)
                )
                {
                    Say($"通知记录第 {place} 行", $"Line {place} of the calls", Write(line.Number, line.Category), "-");
                    return;
                }
                if (line.Event == TranscriptEvent.Called)
                {
                    var next = SeatWalk.Next(
                        attempt.Order,
                        n => categories.GetValueOrDefault(n) ?? [],
                        called,
                        Seats.Left(attempt.Wanted, seen)
                    );
                    if (next != (line.Number, line.Category))
                    {
                        Say(
                            $"通知记录第 {place} 行",
                            $"Line {place} of the calls",
                            Write(line.Number, line.Category),
                            next is { } should ? Write(should.Number, should.Category) : "-"
                        );
                        return;
                    }
                    called.Add(line.Number);
                }
                seen.Add(line);
            }
            Say($"通知顺序，{called.Count} 次", $"Order of {called.Count} calls", Join(called), Join(called));

            static string Write(int number, string category) => string.Create(CultureInfo.InvariantCulture, $"{number} {category}");
        }

        /// <summary>The names that are opened are those that were in the pool before the seed was known.</summary>
        private void Names(TranscriptPool pool)
        {
            var sat = attempt
                .Calls.Where(c => c.Event == TranscriptEvent.Accepted)
                .Select(c => c.Number)
                .Except(StepBacks())
                .Order()
                .ToList();
            Say("公布姓名的编号", "Numbers whose names are opened", Join(attempt.Drawn.Select(d => d.Number).Order()), Join(sat));
            foreach (var who in attempt.Drawn)
                Say(
                    $"{who.Number} 号的姓名、单位与名单中的指纹",
                    $"Name and employer of number {who.Number} against the pool",
                    pool.Entries.FirstOrDefault(e => e.Number == who.Number)?.Hash ?? "-",
                    DrawTranscript.EntryHash(who.Number, who.Expert, who.Name, who.Employer, who.Salt)
                );
        }

        /// <summary>Who said yes and later no has not sat.</summary>
        private IEnumerable<int> StepBacks() => attempt.Calls.Where(c => c.Event == TranscriptEvent.Declined).Select(c => c.Number);

        private static string Join(IEnumerable<int> numbers) =>
            string.Join(' ', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

        private void Say(string zh, string en, string published, string computed)
        {
            var which = attempt.Attempt > 1 ? ($"第 {attempt.Attempt} 次：", $"Attempt {attempt.Attempt}: ") : ("", "");
            lines.Add(new(new Words(which.Item1 + zh, which.Item2 + en), published == computed, published, computed));
        }
    }
}
