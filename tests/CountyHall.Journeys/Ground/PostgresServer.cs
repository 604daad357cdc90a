using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(CountyHall.Journeys.Scratch))]
[assembly: AssemblyFixture(typeof(CountyHall.Journeys.PostgresServer.End))]

namespace CountyHall.Journeys;

/// <summary>A PostgreSQL of this run alone: its own folder, its own port, gone with the run, whatever ends it.</summary>
public sealed class PostgresServer
{
    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<Task<PostgresServer>> Server = new(Start);

    private readonly Process shell;
    private readonly int port;

    private PostgresServer(Process shell, int port) => (this.shell, this.port) = (shell, port);

    public static string? Missing =>
        Binaries is null
            ? "No PostgreSQL on this machine (apt-get install postgresql): the suite ran on the embedded database only."
            : null;

    public static Task<PostgresServer> Running() => Server.Value;

    public string Connection(string database) =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Maximum Pool Size=60;Connection Idle Lifetime=5;Connection Pruning Interval=2;Include Error Detail=true";

    public async Task Do(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string? FindBinaries()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0)
                .Select(d => Path.Combine(d, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return installed.Concat(path).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")));
    }

    private static async Task<PostgresServer> Start()
    {
        var (folder, port) = (Scratch.Folder("postgres"), FreePort());
        // The server refuses root; and it must not outlive this process, so a shell holds it until its input is closed.
        // It lives for one run, and each of its hundred databases for a chapter: nothing has to outlast a power cut, and nothing to be swept.
        var user = Environment.IsPrivilegedProcess ? "setpriv --reuid=postgres --regid=postgres --init-groups --" : "";
        var script = $"""
            set -e
            chmod a+x "$(dirname "$1")"
            {(Environment.IsPrivilegedProcess ? "chown postgres \"$1\"" : "")}
            {user} {Binaries}/initdb -D "$1/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$1/made" 2>&1
            {user} {Binaries}/postgres -D "$1/data" -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
              -c max_connections=500 -c fsync=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=512MB \
              -c autovacuum=off -c shared_buffers=64MB >"$1/log" 2>&1 &
            server=$!
            read _ || true
            kill -INT $server
            wait $server || true
            """;
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(folder);
        var shell = Process.Start(start)!;
        var server = new PostgresServer(shell, port);
        await Until.True(
            async () =>
            {
                if (shell.HasExited)
                    throw new InvalidOperationException($"PostgreSQL did not start:\n{Log(folder, "made")}\n{Log(folder, "log")}");
                try
                {
                    await server.Do("SELECT 1");
                    return true;
                }
                catch (NpgsqlException)
                {
                    return false;
                }
            },
            "PostgreSQL answers"
        );
        return server;

        static string Log(string folder, string name) =>
            File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name)) : "";
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Stops the server at the end of the run.</summary>
    public sealed class End : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (!Server.IsValueCreated)
                return;
            NpgsqlConnection.ClearAllPools();
            var server = await Server.Value;
            server.shell.StandardInput.Close();
            await server.shell.WaitForExitAsync();
        }
    }
}
