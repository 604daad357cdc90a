namespace CountyHall.Trading.OpenData;

/// <summary>The two fields that the open data add to the standard, declared as an extension of OCDS: the maximum price of a lot, and the hash of a document.</summary>
public static class OwnExtension
{
    /// <summary>extension.json</summary>
    public const string Metadata = """
        {
          "name": { "zh": "最高投标限价与文件散列", "en": "Maximum price and document hash" },
          "description": {
            "zh": "标段的最高投标限价；公开文件内容的 SHA-256。",
            "en": "The maximum price of a lot, and the SHA-256 of what a published document says."
          },
          "documentationUrl": {},
          "compatibility": ["1.1"],
          "schemas": ["release-schema.json"],
          "dependencies": ["https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/v1.1.5/extension.json"]
        }
        """;

    /// <summary>release-schema.json</summary>
    public const string Schema = """
        {
          "definitions": {
            "Lot": {
              "properties": {
                "maximumValue": {
                  "title": "Maximum price",
                  "description": "最高投标限价: the price above which a bid for the lot is rejected.",
                  "$ref": "#/definitions/Value"
                }
              }
            },
            "Document": {
              "properties": {
                "sha256": {
                  "title": "SHA-256",
                  "description": "Lowercase hexadecimal SHA-256 of what the document says; the publication policy says over which bytes.",
                  "type": ["string", "null"],
                  "pattern": "^[0-9a-f]{64}$"
                }
              }
            }
          }
        }
        """;
}
