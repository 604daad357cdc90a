namespace CountyHall.Kernel.Results;

/// <summary>What a use case answers: it is done, with what was recorded, or it is refused, with the reason and its legal basis.</summary>
public abstract record Result<T>
{
    private Result() { }

    public sealed record Done(T Value) : Result<T>;

    public sealed record Refused(Refusal Why) : Result<T>;

    public static implicit operator Result<T>(T value) => new Done(value);

    public static implicit operator Result<T>(Refusal why) => new Refused(why);

    /// <summary>The next step, taken only if this one was done.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) =>
        this switch
        {
            Done(var value) => next(value),
            Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
