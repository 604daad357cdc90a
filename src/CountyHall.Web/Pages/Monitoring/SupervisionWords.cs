using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Results;
using CountyHall.Oversight.Evaluations;
using CountyHall.Oversight.Warnings;
using CountyHall.Web.Components;

namespace CountyHall.Web.Pages.Monitoring;

/// <summary>What the pages of supervision call things.</summary>
public static class SupervisionWords
{
    /// <summary>Read from the index of due dates: no case is opened for a lamp.</summary>
    public static LampState Lamp(Supervision of, DateTime now) =>
        of.DueAt < now ? LampState.Overdue
        : of.WarnsAt <= now ? LampState.Warning
        : LampState.OnTime;

    /// <summary>剩 2 个工作日, 超 1 个工作日, 今天到期.</summary>
    public static Words Left(DateTime dueAt, WorkingCalendar calendar, DateTime now)
    {
        var (today, due) = (CountyTime.DayOf(now), CountyTime.DayOf(dueAt));
        if (dueAt < now)
        {
            var over = Math.Max(1, calendar.CountBetween(due, today));
            return ($"超 {over} 个工作日", over == 1 ? "1 working day over" : $"{over} working days over");
        }
        var left = calendar.CountBetween(today, due);
        return left == 0
            ? ("今天到期", "due today")
            : ($"剩 {left} 个工作日", left == 1 ? "1 working day left" : $"{left} working days left");
    }

    public static Words Of(LiftGround ground) =>
        ground switch
        {
            LiftGround.Finished => ("已办结", "finished"),
            LiftGround.HandedOn => ("本单位已办完", "done by the office"),
            LiftGround.WithApplicant => ("等申请人", "with the applicant"),
            LiftGround.Paused => ("特别程序，计时暂停", "the clock is stopped"),
            _ => ("又在时限内", "in time again"),
        };

    public static Words Of(EscalationGround ground) =>
        ground == EscalationGround.NoAnswer
            ? ("督办期限内没有答复", "no answer in time")
            : ("承诺的日期已过，仍未办结", "the promised day passed with the case open");

    public static Words Of(OddStop odd) =>
        odd switch
        {
            OddStop.Repeated => ("多次暂停", "several stops"),
            OddStop.Long => ("长时间暂停", "a long stop"),
            _ => ("临近期限才暂停", "stopped near the limit"),
        };

    public static Words Of(ContactWay way) =>
        way switch
        {
            ContactWay.Phone => ("电话", "By telephone"),
            ContactWay.InPerson => ("当面", "In person"),
            _ => ("站内答复（由系统转送）", "A message through the house"),
        };

    /// <summary>The order inside a stage, if one was given.</summary>
    public static Ordered? OrderOf(SupervisionStage stage) =>
        stage switch
        {
            Ordered order => order,
            Answered answered => answered.Order,
            Escalated escalated => escalated.Order,
            Explained explained => explained.Before.Order,
            Lifted lifted => OrderOf(lifted.Before),
            _ => null,
        };

    /// <summary>What the office last said to it.</summary>
    public static Reply? ReplyOf(SupervisionStage stage) =>
        stage switch
        {
            Answered answered => answered.Said,
            Escalated escalated => escalated.Said,
            Explained explained => explained.Said,
            Lifted lifted => ReplyOf(lifted.Before),
            _ => null,
        };
}
