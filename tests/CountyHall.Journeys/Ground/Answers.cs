using CountyHall.Kernel.Results;

namespace CountyHall.Journeys;

public static class Answers
{
    /// <summary>It was done: what was recorded.</summary>
    public static T ShouldBeDone<T>(this Result<T> answer) =>
        answer switch
        {
            Result<T>.Done(var value) => value,
            Result<T>.Refused(var why) => throw new ShouldAssertException($"Refused, {why.Code}: {why.Reason.En} {why.Remedy.En}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>It was refused, and for this reason.</summary>
    public static TRefusal ShouldBeRefused<TRefusal>(this Refusal? why)
        where TRefusal : Refusal => why.ShouldNotBeNull("It was done.").ShouldBeOfType<TRefusal>($"{why.Code}: {why.Reason.En}");

    public static Refusal? Refusal<T>(this Result<T> answer) => answer is Result<T>.Refused(var why) ? why : null;
}
