using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using CountyHall.Web.Demonstration;
using CountyHall.Web.Hosting;

namespace CountyHall.Journeys.Kills;

/// <summary>The real executable, as a process of its own that can be killed.</summary>
public sealed class Served : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder said;

    private Served(Process process, StringBuilder said, string address)
    {
        (this.process, this.said, Address) = (process, said, address);
    }

    public string Address { get; }

    public int Process => process.Id;

    /// <summary>Everything that it wrote to its output and its log so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <param name="asked">The page by which it is known to answer.</param>
    public static async Task<Served> On(Storage storage, string asked = "/")
    {
        var address = $"http://127.0.0.1:{PostgresServer.FreePort()}";
        var (process, said) = Start(storage, "serve", "--demonstration", "--county-only", "--urls", address);
        var served = new Served(process, said, address);
        try
        {
            using var http = new HttpClient();
            await Until.True(
                async () =>
                {
                    if (process.HasExited)
                        throw new InvalidOperationException($"countyhall serve ended:\n{said}");
                    try
                    {
                        return (await http.GetAsync(address + asked)).IsSuccessStatusCode;
                    }
                    catch (HttpRequestException)
                    {
                        return false;
                    }
                },
                $"countyhall answers\n{said}"
            );
        }
        catch
        {
            await served.DisposeAsync(); // nobody else would end it
            throw;
        }
        return served;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Said)> Run(Storage storage, params string[] arguments)
    {
        var (process, said) = Start(storage, arguments);
        using (process)
        {
            await process.WaitForExitAsync();
            return (process.ExitCode, said.ToString());
        }
    }

    /// <summary>A client with the cookie of a clerk.</summary>
    public async Task<HttpClient> SignedIn(string user)
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseCookies = true })
        {
            BaseAddress = new Uri(Address),
        };
        (await http.PostAsJsonAsync("/api/session", new { user, password = DemonstrationCounty.Password })).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        return http;
    }

    /// <summary>SIGKILL: no goodbye, nothing is flushed that was not flushed before.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
        said.Clear();
    }

    private static (Process, StringBuilder) Start(Storage storage, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "countyhall.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--data");
        start.ArgumentList.Add(storage.Folder);
        if (storage.Connection is { } connection)
            start.Environment["COUNTYHALL_DATABASE"] = connection;
        var said = new StringBuilder();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, said);

        void Hear(string? line)
        {
            lock (said)
                said.AppendLine(line);
        }
    }
}
