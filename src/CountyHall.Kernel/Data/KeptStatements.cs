using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace CountyHall.Kernel.Data;

/// <summary>Questions of the writer's own connection that are prepared once and asked again and again.</summary>
/// <remarks>The embedded database is asked past the driver, which makes a reader with a clock and a list of statements for each answer.</remarks>
internal sealed class KeptStatements(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, sqlite3_stmt> embedded = [];
    private readonly Dictionary<string, DbCommand> commands = [];

    public async Task<T?> AskOne<T>(HallDb db, string sql, string value, Func<OneRow, T> read) =>
        connection is SqliteConnection file ? Run(file, sql, value, null, read) : await Asking.Ask(db, Of(sql), value, read);

    /// <summary>Runs a statement of the embedded database that takes a text and a number and answers nothing.</summary>
    public void Run(string sql, string text, long number) => Run((SqliteConnection)connection, sql, text, number, _ => 0);

    private T? Run<T>(SqliteConnection file, string sql, string text, long? number, Func<OneRow, T> read)
    {
        if (!embedded.TryGetValue(sql, out var statement))
        {
            EmbeddedLibrary.Check(raw.sqlite3_prepare_v2(file.Handle, sql, out statement), file.Handle);
            embedded[sql] = statement;
        }
        try
        {
            EmbeddedLibrary.Check(raw.sqlite3_bind_text(statement, 1, text), file.Handle);
            if (number is { } second)
                EmbeddedLibrary.Check(raw.sqlite3_bind_int64(statement, 2, second), file.Handle);
            var said = raw.sqlite3_step(statement);
            EmbeddedLibrary.Check(said, file.Handle);
            return said == raw.SQLITE_ROW ? read(new OneRow(null, statement)) : default;
        }
        finally
        {
            // Says again what the step said; that was thrown above.
            _ = raw.sqlite3_reset(statement);
        }
    }

    public DbCommand Of(string sql)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            commands[sql] = command;
        }
        return command;
    }

    public void Dispose()
    {
        foreach (var statement in embedded.Values)
            statement.Dispose();
        foreach (var command in commands.Values)
            command.Dispose();
    }
}

/// <summary>A row that answers a question, from whichever database; to be read where it is given.</summary>
internal readonly struct OneRow
{
    private readonly DbDataReader? reader;
    private readonly sqlite3_stmt? statement;

    public OneRow(DbDataReader? reader, sqlite3_stmt? statement) => (this.reader, this.statement) = (reader, statement);

    public long Number(int at) => reader?.GetInt64(at) ?? raw.sqlite3_column_int64(statement, at);

    public string Text(int at) => reader?.GetString(at) ?? raw.sqlite3_column_text(statement, at).utf8_to_string();
}

internal static class Asking
{
    /// <summary>Asks one row by one value (<c>@value</c>), inside the transaction under way; kept where the writer asks.</summary>
    /// <param name="read">Reads the row; not called where there is none.</param>
    public static async Task<T?> AskOne<T>(this HallDb db, string sql, string value, Func<OneRow, T> read)
    {
        if (db.Kept is { } kept)
            return await kept.AskOne(db, sql, value, read);
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var once = db.Database.GetDbConnection().CreateCommand();
            once.CommandText = sql;
            return await Ask(db, once, value, read);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    internal static async Task<T?> Ask<T>(HallDb db, DbCommand command, string value, Func<OneRow, T> read)
    {
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        if (command.Parameters.Count == 0)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@value";
            command.Parameters.Add(parameter);
        }
        command.Parameters[0].Value = value;
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? read(new OneRow(reader, null)) : default;
    }
}
