using System.Collections;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Components;

/// <summary>What is wrong with a form, field by field, in the order of the page.</summary>
public sealed class FieldErrors : IEnumerable<FieldError>
{
    private readonly List<FieldError> errors = [];

    public int Count => errors.Count;

    public bool Any => errors.Count > 0;

    /// <summary>What is wrong with this field; none when it is right.</summary>
    public Words? this[string field] => errors.Find(e => e.Field == field)?.Words;

    public void Add(string field, Words words) => errors.Add(new(field, words));

    public void Add(string field, string zh, string en) => Add(field, new Words(zh, en));

    public IEnumerator<FieldError> GetEnumerator() => errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <param name="Field">The id of the input on the page.</param>
/// <param name="Words">What is wrong, and a right example.</param>
public sealed record FieldError(string Field, Words Words);
