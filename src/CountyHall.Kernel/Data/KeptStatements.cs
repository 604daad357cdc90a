using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CountyHall.Kernel.Data;

/// <summary>Statements of the writer's own connection that are prepared once and asked again and again.</summary>
internal sealed class KeptStatements(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> commands = [];

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
        foreach (var command in commands.Values)
            command.Dispose();
    }
}

internal static class Asking
{
    /// <summary>Asks one row by one value (<c>@value</c>), inside the transaction under way; kept where the writer asks.</summary>
    /// <param name="read">Reads the row; not called where there is none.</param>
    public static async Task<T?> AskOne<T>(this HallDb db, string sql, object value, Func<DbDataReader, T> read)
    {
        if (db.Kept is { } kept)
            return await Ask(kept.Of(sql));
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var once = db.Database.GetDbConnection().CreateCommand();
            once.CommandText = sql;
            return await Ask(once);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        async Task<T?> Ask(DbCommand command)
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
            return await reader.ReadAsync() ? read(reader) : default;
        }
    }
}
