using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys;

/// <summary>Every row of every table, by its hash: what a refused command must leave as it was.</summary>
public static class Traces
{
    private static readonly ConditionalWeakTable<Hall, Embedded> Looking = [];

    public static async Task<Dictionary<string, string>> Everything(this Hall hall)
    {
        var tables = await hall.Read(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().ToList()));
        return hall.Storage.IsEmbedded
            ? await Looking.GetValue(hall, _ => new Embedded(hall)).Look(tables)
            : await hall.Read(db => OnPostgres(db.Database, tables));
    }

    /// <summary>The server hashes each row and then all of them, in one question for all tables.</summary>
    private static async Task<Dictionary<string, string>> OnPostgres(
        Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade database,
        List<string> tables
    )
    {
        await database.OpenConnectionAsync();
        await using var ask = database.GetDbConnection().CreateCommand();
        ask.CommandText = string.Join(
            "\nUNION ALL\n",
            tables.Select(table =>
                $"SELECT '{table}', coalesce(md5(string_agg(hash, '' ORDER BY hash)), '') FROM (SELECT md5(line::text) AS hash FROM \"{table}\" AS line) AS lines"
            )
        );
        await using var reader = await ask.ExecuteReaderAsync();
        var found = new Dictionary<string, string>();
        while (await reader.ReadAsync())
            found[reader.GetString(0)] = reader.GetString(1);
        return tables.ToDictionary(table => table, table => found[table]);
    }

    /// <summary>One connection that looks on: the database tells it whether anybody else has committed anything since it last looked.</summary>
    private sealed class Embedded(Hall hall)
    {
        private readonly SemaphoreSlim one = new(1, 1);
        private SqliteConnection? connection;
        private (long Version, Dictionary<string, string> Tables)? last;

        public async Task<Dictionary<string, string>> Look(List<string> tables)
        {
            await one.WaitAsync();
            try
            {
                if (connection is null)
                {
                    var file = new SqliteConnectionStringBuilder { DataSource = hall.Storage.EmbeddedFile, Pooling = false };
                    await (connection = new(file.ConnectionString)).OpenAsync();
                }
                await using var transaction = connection.BeginTransaction(deferred: true);
                var version = (long)(await Asked("PRAGMA data_version").ExecuteScalarAsync())!;
                if (last is not { } before || before.Version != version)
                    last = (version, await Read(tables));
                return last.Value.Tables;
            }
            finally
            {
                one.Release();
            }
        }

        private SqliteCommand Asked(string sql)
        {
            var command = connection!.CreateCommand();
            command.CommandText = sql;
            return command;
        }

        private async Task<Dictionary<string, string>> Read(List<string> tables)
        {
            var found = new Dictionary<string, string>();
            foreach (var table in tables)
            {
                await using var command = Asked($"SELECT * FROM \"{table}\"");
                await using var reader = await command.ExecuteReaderAsync();
                var rows = new List<string>();
                var row = new StringBuilder();
                while (await reader.ReadAsync())
                {
                    row.Clear();
                    for (var i = 0; i < reader.FieldCount; i++)
                        row.Append(
                                reader.GetValue(i) is var value && value is byte[] bytes
                                    ? Convert.ToHexString(bytes)
                                    : Convert.ToString(value, CultureInfo.InvariantCulture)
                            )
                            .Append('\u001f');
                    rows.Add(row.ToString());
                }
                rows.Sort(StringComparer.Ordinal);
                found[table] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
            }
            return found;
        }
    }
}
