using CountyHall.Kernel.Data;

namespace CountyHall.Kernel.Rules.Data;

/// <summary>Immutable values in one column, also those written before the writer's turn.</summary>
public class Values_kept_as_text
{
    [Fact]
    public void What_was_written_ahead_is_taken_by_its_column_and_not_written_again()
    {
        var value = new Counted();
        Columns.WriteAhead(value);
        Assert.Equal(1, value.Readings);

        Assert.Equal("""{"named":"云岫小馆"}""", Kept(value));

        Assert.Equal(1, value.Readings);
    }

    [Fact]
    public void It_is_taken_once_and_the_next_column_writes_the_value_itself()
    {
        var value = new Counted();
        Columns.WriteAhead(value);
        var first = Kept(value);

        Assert.Equal(first, Kept(value));
        Assert.Equal(2, value.Readings);
    }

    [Fact]
    public void A_copy_with_another_content_has_a_text_of_its_own()
    {
        var value = new Named("云岫小馆");
        Columns.WriteAhead(value);

        Assert.Equal("""{"name":"云岫面馆"}""", Kept(value with { Name = "云岫面馆" }));
    }

    private static object? Kept<T>(T value) => Columns.Json<T>().ConvertToProvider(value);

    private sealed record Named(string Name);

    private sealed class Counted
    {
        public int Readings;

        public string Named
        {
            get
            {
                Readings++;
                return "云岫小馆";
            }
            set => throw new NotSupportedException(value);
        }
    }
}
