using System.Net.Mime;
using System.Text.Json.Nodes;
using CountyHall.Kernel.Results;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace CountyHall.Web.Api.V1;

/// <summary>开放接口: the addresses under <c>/api/v1</c> for other systems, their OpenAPI document and the pages that show it.</summary>
public static class OpenInterface
{
    /// <summary>The document is <c>/api/openapi.json</c>.</summary>
    public const string Document = "openapi";
    public const string Problem = "application/problem+json";
    private const string Root = "/api/v1";

    // Scalar sets its styles and asks for the document by script; nothing of it comes from, or goes to, another site.
    private const string TryItCsp =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
        + "img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    public static IServiceCollection AddOpenInterface(this IServiceCollection services) =>
        services.AddOpenApi(
            Document,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.ShouldInclude = endpoint =>
                    endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.OrdinalIgnoreCase) == true;
                options.AddDocumentTransformer(Introduce);
                options.AddOperationTransformer(Explain);
            }
        );

    public static void MapOpenInterface(this WebApplication site)
    {
        var v1 = site.MapGroup(Root).DisableAntiforgery();
        v1.MapItems();
        v1.MapSubmission();
        v1.MapCases();
        v1.MapVerify();
        site.MapOpenApi("/api/{documentName}.json");
        site.MapScalarApiReference(
            "/api",
            options =>
            {
                options
                    .WithTitle("CountyHall API")
                    .WithOpenApiRoutePattern("/api/openapi.json")
                    .DisableDefaultFonts()
                    .DisableTelemetry()
                    .DisableAgent();
                options.AddDocument(Document);
            }
        );
    }

    /// <summary>Whatever goes wrong under /api/v1 is said as problem details, also where the framework answers with a bare status.</summary>
    public static void UseInterfaceTroubles(this WebApplication site) =>
        site.Use(
            async (http, next) =>
            {
                if (!http.Request.Path.StartsWithSegments(Root))
                {
                    // Only the page to try it is loosened, and nothing below it.
                    if (http.Request.Path.Value is "/api" or "/api/")
                        http.Response.Headers.ContentSecurityPolicy = TryItCsp;
                    await next(http);
                    return;
                }
                try
                {
                    await next(http);
                }
                catch (BadHttpRequestException wrong) when (!http.Response.HasStarted)
                {
                    http.Response.StatusCode = wrong.StatusCode;
                }
                var answer = http.Response;
                if (answer.StatusCode >= 400 && !answer.HasStarted && answer.ContentType is null && Trouble(answer.StatusCode) is { } why)
                    await Answers.Problem(why, answer.StatusCode).ExecuteAsync(http);
            }
        );

    private static Refusal? Trouble(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => new RequestUnreadable(),
            StatusCodes.Status404NotFound => new NothingThere(),
            StatusCodes.Status405MethodNotAllowed => new MethodNotTaken(),
            StatusCodes.Status413PayloadTooLarge => new BodyTooLarge(),
            StatusCodes.Status415UnsupportedMediaType => new ContentTypeNotTaken(),
            _ => null,
        };

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new()
        {
            Title = "县数字大厅开放接口 CountyHall open interface",
            Version = "1.0",
            Summary = ApiTexts.Summary.Zh,
            Description = $"{ApiTexts.Introduction.Zh}\n\n{ApiTexts.Introduction.En}",
        };
        document.Servers = [new() { Url = "/", Description = "本站 this site" }];
        document.Tags = new HashSet<OpenApiTag>(
            ApiTexts.Tags.Select(tag => new OpenApiTag { Name = tag.Key, Description = $"{tag.Value.Zh} {tag.Value.En}" })
        );
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [SignedRequests.SchemeName] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "Signature",
                Description = $"{ApiTexts.Signing.Zh}\n\n{ApiTexts.Signing.En}",
            },
        };
        return Task.CompletedTask;
    }

    private static Task Explain(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var words = metadata.OfType<ApiWords>().Last();
        operation.Summary = $"{words.Summary.Zh} / {words.Summary.En}";
        operation.Description = $"{words.Text.Zh}\n\n{words.Text.En}";
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        foreach (var (language, english) in (ReadOnlySpan<(string, bool)>)[("zh", false), ("en", true)])
            operation.Extensions[$"x-{language}"] = new JsonNodeExtension(
                new JsonObject { ["summary"] = words.Summary.In(english), ["description"] = words.Text.In(english) }
            );
        if (words.Body is { } body)
        {
            var schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [body] = new() { Schema = schema } },
            };
        }
        else if (words.RequestExample is { } example && operation.RequestBody?.Content?.Values.FirstOrDefault() is { } sent)
            sent.Example = JsonNode.Parse(example);
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse open)
                continue;
            var code = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture);
            open.Description =
                code < 300 ? $"{words.Answer.Zh} {words.Answer.En}" : $"{ApiTexts.Status(code).Zh} {ApiTexts.Status(code).En}";
            foreach (var (type, media) in open.Content ?? new Dictionary<string, OpenApiMediaType>())
                media.Example =
                    type == Problem ? ApiTexts.ProblemExample(code)
                    : words.ResponseExample is { } answer ? JsonNode.Parse(answer)
                    : null;
        }
        if (metadata.OfType<Microsoft.AspNetCore.Authorization.IAuthorizeData>().Any())
        {
            var scheme = new OpenApiSecuritySchemeReference(SignedRequests.SchemeName, context.Document);
            operation.Security = [new() { [scheme] = [] }];
            operation.Parameters ??= [];
            operation.Parameters.Add(
                Header(
                    "Signature-Input",
                    ("签了什么、何时、用哪把钥匙（RFC 9421）。", "What was signed, when and by which key (RFC 9421)."),
                    "sig1=(\"@method\" \"@authority\" \"@path\" \"@query\");created=1795482000;nonce=\"5f0c7d1e9b3a4c28\";keyid=\"bank-hall\";alg=\"sm2-sm3\""
                )
            );
            if (operation.RequestBody is not null)
                operation.Parameters.Add(
                    Header("Content-Digest", ("正文的 SM3。", "SM3 of the body."), "sm3=:ZsfwYmLq7dnybUa9wQ4+QWfELPTvF/KpWe+CYzTyWwg=:")
                );
        }
        if (metadata.OfType<NeedsKey>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(
                Header(
                    Answers.KeyHeader,
                    (
                        "每次办理一个新编号，重试用原来的；60 个字符以内。",
                        "A fresh key for each command, the same for a retry; 60 characters at most."
                    ),
                    "7f1c2b9e"
                )
            );
        }
        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, Words says, string example) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = true,
            Description = $"{says.Zh} {says.En}",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = example,
        };

    /// <summary>The refusals that an endpoint may answer with.</summary>
    internal static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<ApiProblem>(status, Problem);
        return endpoint;
    }

    /// <summary>For registered systems that sign their requests.</summary>
    internal static RouteHandlerBuilder Signed(this RouteHandlerBuilder endpoint) =>
        endpoint
            .RequireAuthorization(Accounts.System)
            .RequireRateLimiting(RateLimits.PerSystem)
            .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

    internal static RouteHandlerBuilder Says<T>(
        this RouteHandlerBuilder endpoint,
        ApiWords words,
        string tag,
        int status = StatusCodes.Status200OK
    ) => endpoint.WithTags(tag).WithMetadata(words).Produces<T>(status, MediaTypeNames.Application.Json);
}

/// <summary>What the document says of one address.</summary>
/// <param name="Answer">What the answer is, when it is done.</param>
/// <param name="RequestExample">JSON, checked against the code by a test.</param>
/// <param name="Body">Content type of a body that is no JSON.</param>
internal sealed record ApiWords(
    Words Summary,
    Words Text,
    Words Answer,
    string ResponseExample,
    string? RequestExample = null,
    string? Body = null
);

/// <summary>The endpoint does nothing without an idempotency key.</summary>
internal sealed record NeedsKey;

/// <summary>Problem details (RFC 9457): what is wrong, by which provision, and what to do.</summary>
public sealed record ApiProblem(
    string Type,
    string Title,
    string Detail,
    int Status,
    string Code,
    string ReasonEn,
    string RemedyEn,
    string? Basis,
    string? BasisEn
);

public sealed record RequestUnreadable()
    : Refusal(
        ("读不懂请求：JSON 有误，或参数的类型不对。", "The request cannot be read: the JSON or the type of a parameter is wrong."),
        ("请对照 /api/reference 的例子检查。", "Compare it with the examples at /api/reference.")
    );

public sealed record NothingThere()
    : Refusal(("没有这个地址。", "There is nothing at this address."), ("接口清单见 /api/reference。", "The list is at /api/reference."));

public sealed record MethodNotTaken()
    : Refusal(
        ("这个地址不接受这种方法。", "This address does not take this method."),
        ("接口清单见 /api/reference。", "The list is at /api/reference.")
    );

public sealed record BodyTooLarge()
    : Refusal(
        ("正文太大。", "The body is too large."),
        (
            "申请不超过 1 MB，文件不超过 20 MB，验证的 PDF 不超过 5 MB。",
            "1 MB for an application, 20 MB for a file, 5 MB for a PDF to verify."
        )
    );

public sealed record ContentTypeNotTaken()
    : Refusal(
        ("不接受这种 Content-Type。", "This Content-Type is not taken."),
        ("申请用 application/json，各接口见 /api/reference。", "Use application/json; /api/reference says which for each address.")
    );

public sealed record QueryValueUnknown(string Name, string Allowed)
    : Refusal(($"参数 {Name} 的值不对。", $"The value of {Name} is not known."), ($"可用的值：{Allowed}。", $"Use one of: {Allowed}."));
