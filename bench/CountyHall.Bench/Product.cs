using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CountyHall.Bench;

/// <summary>The real executable as its own process, with the demonstration county in a fresh folder.</summary>
public sealed class Product : IAsyncDisposable
{
    private readonly Process process;

    private Product(Process process, int port, TimeSpan firstAnswer) => (this.process, Port, FirstAnswer) = (process, port, firstAnswer);

    public int Port { get; }

    /// <summary>From the start of the process to the first page.</summary>
    public TimeSpan FirstAnswer { get; }

    /// <summary>Resident memory now, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static string Executable { get; } =
        Environment.GetEnvironmentVariable("COUNTYHALL") ?? Path.Combine(AppContext.BaseDirectory, "countyhall");

    public static async Task<Product> Start(string folder, string? database = null)
    {
        var port = FreePort();
        var ask = new ProcessStartInfo(Executable) { RedirectStandardOutput = false };
        foreach (
            var word in (string[])["serve", "--demonstration", "--county-only", "--data", folder, "--urls", $"http://127.0.0.1:{port}"]
        )
            ask.ArgumentList.Add(word);
        if (database is not null)
        {
            ask.ArgumentList.Add("--database");
            ask.ArgumentList.Add(database);
        }
        ask.Environment["DOTNET_GCgen0size"] = "0x2000000"; // as ./run starts it
        var clock = Stopwatch.StartNew();
        var process = Process.Start(ask)!;
        using var client = new HttpClient();
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The product ended with {process.ExitCode}.");
            try
            {
                (await client.GetAsync(new Uri($"http://127.0.0.1:{port}/"))).EnsureSuccessStatusCode();
                return new Product(process, port, clock.Elapsed);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }
    }

    /// <summary>Signs in and answers the cookie.</summary>
    public async Task<string> SignIn(string user)
    {
        using var client = new HttpClient();
        using var body = new StringContent($$"""{"user":"{{user}}","password":"jiashan-demo-2026"}""", Encoding.UTF8, "application/json");
        var answer = await client.PostAsync(new Uri($"http://127.0.0.1:{Port}/api/session"), body);
        return Cookies(answer);
    }

    /// <summary>Asks for a page and answers the cookies that come with it.</summary>
    public async Task<string> CookiesOf(string page, string cookie)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return Cookies(await client.GetAsync(new Uri($"http://127.0.0.1:{Port}{page}")));
    }

    private static string Cookies(HttpResponseMessage answer) =>
        string.Join("; ", answer.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One kept-open connection that sends a request and reads the answer, and costs the machine little beside the product.</summary>
public sealed class Wire : IDisposable
{
    private readonly byte[] buffer = new byte[1 << 20];
    private int read;

    public Wire(int port) => Socket.Connect(IPAddress.Loopback, port);

    internal Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>When the request under way was sent.</summary>
    internal long Begun { get; private set; }

    /// <summary>Sends a request and waits for its answer; answers its status.</summary>
    public int Ask(byte[] request)
    {
        Send(request);
        while (true)
        {
            if (Receive() is { } status)
                return status;
        }
    }

    internal void Send(byte[] request)
    {
        (read, Begun) = (0, Stopwatch.GetTimestamp());
        Socket.Send(request);
    }

    /// <summary>Reads what has come; answers the status once the answer is whole.</summary>
    internal int? Receive()
    {
        var got = Socket.Receive(buffer.AsSpan(read));
        if (got == 0)
            throw new IOException("The connection was closed.");
        read += got;
        return Whole(buffer.AsSpan(0, read)) ? int.Parse(buffer.AsSpan(9, 3), CultureInfo.InvariantCulture) : null;
    }

    public string LastAnswer(int most = int.MaxValue) => Encoding.UTF8.GetString(buffer, 0, Math.Min(read, most));

    private static bool Whole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var head = answer[..end];
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8) || head.StartsWith("HTTP/1.1 204"u8);
        var digits = head[(at + 16)..];
        var stop = digits.IndexOf((byte)'\r');
        return answer.Length >= end + 4 + int.Parse(stop < 0 ? digits : digits[..stop], CultureInfo.InvariantCulture);
    }

    public void Dispose() => Socket.Dispose();

    /// <summary>So many clients with one request under way each, all served by one thread: whoever asks takes little from whoever answers.</summary>
    /// <param name="status">What every answer must say.</param>
    public static Measured Run(int port, int clients, TimeSpan time, Func<byte[]> request, int status)
    {
        var wires = Enumerable.Range(0, clients).Select(_ => new Wire(port)).ToDictionary(wire => wire.Socket);
        var (done, worst, clock) = (0L, TimeSpan.Zero, Stopwatch.StartNew());
        foreach (var wire in wires.Values)
            wire.Send(request());
        var asking = wires.Keys.ToHashSet();
        var ready = new List<Socket>(clients);
        while (asking.Count > 0)
        {
            ready.Clear();
            ready.AddRange(asking);
            Socket.Select(ready, null, null, TimeSpan.FromSeconds(10));
            foreach (var wire in ready.Select(socket => wires[socket]))
            {
                if (wire.Receive() is not { } said)
                    continue;
                if (said != status)
                    throw new InvalidOperationException(wire.LastAnswer(400));
                done++;
                if (Stopwatch.GetElapsedTime(wire.Begun) is var took && took > worst)
                    worst = took;
                if (clock.Elapsed < time)
                    wire.Send(request());
                else
                    asking.Remove(wire.Socket);
            }
        }
        var measured = new Measured(done / clock.Elapsed.TotalSeconds, worst);
        foreach (var wire in wires.Values)
            wire.Dispose();
        return measured;
    }
}
