using System;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    [DbContext(typeof(HallDb))]
    [Migration("20261123055336_Trading")]
    public sealed class Trading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bank_accounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Holder = table.Column<long>(type: "INTEGER", nullable: false),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NumberSealed = table.Column<string>(type: "TEXT", nullable: false),
                    NumberHash = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Basic = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bank_accounts_parties_Holder",
                        column: x => x.Holder,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "bank_statements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AccountHash = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Opening = table.Column<long>(type: "INTEGER", nullable: false),
                    Closing = table.Column<long>(type: "INTEGER", nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_statements", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "certificates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Holder = table.Column<long>(type: "INTEGER", nullable: false),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Firm = table.Column<long>(type: "INTEGER", nullable: true),
                    FirmName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SigningKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EncryptionKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SigningPrint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    EncryptionPrint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certificates", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "custodian_panels",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Threshold = table.Column<int>(type: "INTEGER", nullable: false),
                    Members = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custodian_panels", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "postings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Debit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Credit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Security = table.Column<long>(type: "INTEGER", nullable: true),
                    Line = table.Column<long>(type: "INTEGER", nullable: true),
                    Order = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_postings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "rehearsals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Owner = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rehearsals", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "review_settings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reviewed = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_settings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "trade_projects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 17, nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Entity = table.Column<long>(type: "INTEGER", nullable: false),
                    Funds = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublicShare = table.Column<int>(type: "INTEGER", nullable: false),
                    Investment = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Town = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    Approval = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trade_projects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_trade_projects_parties_Entity",
                        column: x => x.Entity,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "venue_rooms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Seats = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_venue_rooms", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "reconciliations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Statement = table.Column<long>(type: "INTEGER", nullable: false),
                    Ledger = table.Column<long>(type: "INTEGER", nullable: false),
                    Bank = table.Column<long>(type: "INTEGER", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reconciliations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reconciliations_bank_statements_Statement",
                        column: x => x.Statement,
                        principalTable: "bank_statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "tenders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Entity = table.Column<long>(type: "INTEGER", nullable: false),
                    EntityName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Agency = table.Column<long>(type: "INTEGER", nullable: true),
                    AgencyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SupervisingDepartment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Follows = table.Column<long>(type: "INTEGER", nullable: true),
                    Plan = table.Column<string>(type: "TEXT", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BidDeadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_tenders_parties_Agency",
                        column: x => x.Agency,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_tenders_parties_Entity",
                        column: x => x.Entity,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_tenders_trade_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "trade_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "document_objections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Firm = table.Column<long>(type: "INTEGER", nullable: false),
                    FirmName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Anchor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Upheld = table.Column<bool>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_document_objections_parties_Firm",
                        column: x => x.Firm,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_document_objections_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "filing_opinions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Anchor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Adopted = table.Column<bool>(type: "INTEGER", nullable: true),
                    Reply = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filing_opinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_filing_opinions_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Approval = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Invited = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_invitations_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "lots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 23, nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Estimate = table.Column<long>(type: "INTEGER", nullable: false),
                    MaximumPrice = table.Column<long>(type: "INTEGER", nullable: true),
                    Security = table.Column<long>(type: "INTEGER", nullable: false),
                    Duration = table.Column<int>(type: "INTEGER", nullable: false),
                    Follows = table.Column<long>(type: "INTEGER", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_lots_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Sections = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Corrects = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_notices_notices_Corrects",
                        column: x => x.Corrects,
                        principalTable: "notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_notices_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "tender_documents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByNotice = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tender_documents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_tender_documents_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "tender_filings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Serial = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    FiledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tender_filings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_tender_filings_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "tender_questions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ByNotice = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tender_questions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_tender_questions_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "venue_sessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    RoomId = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    To = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_venue_sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_venue_sessions_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_venue_sessions_venue_rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "venue_rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "bid_securities",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bidder = table.Column<long>(type: "INTEGER", nullable: false),
                    BidderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AccountNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StageSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bid_securities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bid_securities_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_bid_securities_parties_Bidder",
                        column: x => x.Bidder,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_bid_securities_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "bid_uploads",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bidder = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<long>(type: "INTEGER", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bid_uploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bid_uploads_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "bids",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Bidder = table.Column<long>(type: "INTEGER", nullable: false),
                    BidderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bids", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bids_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_bids_parties_Bidder",
                        column: x => x.Bidder,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_bids_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "registrations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Bidder = table.Column<long>(type: "INTEGER", nullable: false),
                    BidderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    By = table.Column<long>(type: "INTEGER", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Members = table.Column<string>(type: "TEXT", nullable: false),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Papers = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_registrations_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_registrations_parties_Bidder",
                        column: x => x.Bidder,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_registrations_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "opening_sessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    VenueSessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opening_sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_opening_sessions_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_opening_sessions_venue_sessions_VenueSessionId",
                        column: x => x.VenueSessionId,
                        principalTable: "venue_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "venue_notes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_venue_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_venue_notes_venue_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "venue_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "venue_slots",
                columns: table => new
                {
                    RoomId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_venue_slots", x => new { x.RoomId, x.At });
                    table.ForeignKey(
                        name: "FK_venue_slots_venue_rooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "venue_rooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_venue_slots_venue_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "venue_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "statement_lines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Statement = table.Column<long>(type: "INTEGER", nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    BookedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Flow = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    SubAccount = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NameSealed = table.Column<string>(type: "TEXT", nullable: true),
                    AccountSealed = table.Column<string>(type: "TEXT", nullable: true),
                    AccountHash = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Security = table.Column<long>(type: "INTEGER", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_statement_lines_bank_statements_Statement",
                        column: x => x.Statement,
                        principalTable: "bank_statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_statement_lines_bid_securities_Security",
                        column: x => x.Security,
                        principalTable: "bid_securities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "draw_shares",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Party = table.Column<long>(type: "INTEGER", nullable: false),
                    Commitment = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CommittedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Share = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    RevealedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draw_shares", x => x.Id);
                    table.ForeignKey(
                        name: "FK_draw_shares_opening_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "opening_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "opening_attendances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bidder = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedInAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opening_attendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_opening_attendances_opening_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "opening_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "opening_bids",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    BidId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bidder = table.Column<long>(type: "INTEGER", nullable: false),
                    BidderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Receipt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SecurityZh = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SecurityEn = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opening_bids", x => x.Id);
                    table.ForeignKey(
                        name: "FK_opening_bids_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_opening_bids_opening_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "opening_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "opening_lines",
                columns: table => new
                {
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Turn = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Zh = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false),
                    En = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false),
                    IsAlarm = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opening_lines", x => new { x.SessionId, x.Turn });
                    table.ForeignKey(
                        name: "FK_opening_lines_opening_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "opening_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "opening_notes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    BySupervisor = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opening_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_opening_notes_opening_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "opening_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "opening_objections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SessionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bidder = table.Column<long>(type: "INTEGER", nullable: false),
                    BidderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opening_objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_opening_objections_opening_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "opening_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "payment_orders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Security = table.Column<long>(type: "INTEGER", nullable: true),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AccountHash = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Principal = table.Column<long>(type: "INTEGER", nullable: false),
                    Interest = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_orders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_payment_orders_bid_securities_Security",
                        column: x => x.Security,
                        principalTable: "bid_securities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_payment_orders_statement_lines_Line",
                        column: x => x.Line,
                        principalTable: "statement_lines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "recovery_shares",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    OpeningBidId = table.Column<long>(type: "INTEGER", nullable: false),
                    Custodian = table.Column<long>(type: "INTEGER", nullable: false),
                    Index = table.Column<int>(type: "INTEGER", nullable: false),
                    ShareSealed = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_shares", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recovery_shares_opening_bids_OpeningBidId",
                        column: x => x.OpeningBidId,
                        principalTable: "opening_bids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_bank_accounts_Holder_Id", table: "bank_accounts", columns: new[] { "Holder", "Id" });

            migrationBuilder.CreateIndex(name: "IX_bank_accounts_NumberHash", table: "bank_accounts", column: "NumberHash");

            migrationBuilder.CreateIndex(
                name: "IX_bank_statements_Division_Day_Id",
                table: "bank_statements",
                columns: new[] { "Division", "Day", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_bank_statements_Division_FileHash",
                table: "bank_statements",
                columns: new[] { "Division", "FileHash" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_bid_securities_AccountNumber",
                table: "bid_securities",
                column: "AccountNumber",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_bid_securities_Bidder_Id", table: "bid_securities", columns: new[] { "Bidder", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_bid_securities_Division_StageName_StageSince_Id",
                table: "bid_securities",
                columns: new[] { "Division", "StageName", "StageSince", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_bid_securities_LotId_Bidder",
                table: "bid_securities",
                columns: new[] { "LotId", "Bidder" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_bid_securities_TenderId", table: "bid_securities", column: "TenderId");

            migrationBuilder.CreateIndex(name: "IX_bid_uploads_LotId_AskedAt", table: "bid_uploads", columns: new[] { "LotId", "AskedAt" });

            migrationBuilder.CreateIndex(name: "IX_bid_uploads_LotId_Bidder", table: "bid_uploads", columns: new[] { "LotId", "Bidder" });

            migrationBuilder.CreateIndex(name: "IX_bids_Bidder_Id", table: "bids", columns: new[] { "Bidder", "Id" });

            migrationBuilder.CreateIndex(name: "IX_bids_LotId_Bidder", table: "bids", columns: new[] { "LotId", "Bidder" }, unique: true);

            migrationBuilder.CreateIndex(name: "IX_bids_LotId_StageName", table: "bids", columns: new[] { "LotId", "StageName" });

            migrationBuilder.CreateIndex(name: "IX_bids_TenderId", table: "bids", column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_certificates_EncryptionPrint",
                table: "certificates",
                column: "EncryptionPrint",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_certificates_Firm_Id", table: "certificates", columns: new[] { "Firm", "Id" });

            migrationBuilder.CreateIndex(name: "IX_certificates_Holder_Id", table: "certificates", columns: new[] { "Holder", "Id" });

            migrationBuilder.CreateIndex(name: "IX_certificates_Number", table: "certificates", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_certificates_SigningPrint", table: "certificates", column: "SigningPrint", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_custodian_panels_Division_From",
                table: "custodian_panels",
                columns: new[] { "Division", "From" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_custodian_panels_Division_Number",
                table: "custodian_panels",
                columns: new[] { "Division", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_document_objections_Firm", table: "document_objections", column: "Firm");

            migrationBuilder.CreateIndex(
                name: "IX_document_objections_TenderId_AnsweredAt",
                table: "document_objections",
                columns: new[] { "TenderId", "AnsweredAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_document_objections_TenderId_Number",
                table: "document_objections",
                columns: new[] { "TenderId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_draw_shares_SessionId_Round_Source_Party",
                table: "draw_shares",
                columns: new[] { "SessionId", "Round", "Source", "Party" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_filing_opinions_Division_GivenAt",
                table: "filing_opinions",
                columns: new[] { "Division", "GivenAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_filing_opinions_TenderId_Number",
                table: "filing_opinions",
                columns: new[] { "TenderId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_invitations_TenderId", table: "invitations", column: "TenderId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_lots_Follows", table: "lots", column: "Follows", unique: true);

            migrationBuilder.CreateIndex(name: "IX_lots_Number", table: "lots", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_lots_TenderId_Id", table: "lots", columns: new[] { "TenderId", "Id" });

            migrationBuilder.CreateIndex(name: "IX_notices_Corrects", table: "notices", column: "Corrects");

            migrationBuilder.CreateIndex(
                name: "IX_notices_Division_Kind_PublishedAt_Id",
                table: "notices",
                columns: new[] { "Division", "Kind", "PublishedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_notices_Division_PublishedAt_Id",
                table: "notices",
                columns: new[] { "Division", "PublishedAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_notices_Number", table: "notices", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_notices_TenderId_Id", table: "notices", columns: new[] { "TenderId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_opening_attendances_SessionId_Bidder",
                table: "opening_attendances",
                columns: new[] { "SessionId", "Bidder" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_opening_bids_BidId", table: "opening_bids", column: "BidId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_opening_bids_LotId", table: "opening_bids", column: "LotId");

            migrationBuilder.CreateIndex(
                name: "IX_opening_bids_SessionId_LotId_Place",
                table: "opening_bids",
                columns: new[] { "SessionId", "LotId", "Place" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_opening_bids_StageName_SessionId",
                table: "opening_bids",
                columns: new[] { "StageName", "SessionId" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_opening_notes_SessionId_Id",
                table: "opening_notes",
                columns: new[] { "SessionId", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_opening_objections_SessionId_Id",
                table: "opening_objections",
                columns: new[] { "SessionId", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_opening_sessions_Number", table: "opening_sessions", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_opening_sessions_TenderId", table: "opening_sessions", column: "TenderId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_opening_sessions_VenueSessionId", table: "opening_sessions", column: "VenueSessionId");

            migrationBuilder.CreateIndex(
                name: "IX_payment_orders_Division_FileNumber",
                table: "payment_orders",
                columns: new[] { "Division", "FileNumber" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_payment_orders_Division_StageName_Id",
                table: "payment_orders",
                columns: new[] { "Division", "StageName", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_payment_orders_Line", table: "payment_orders", column: "Line");

            migrationBuilder.CreateIndex(name: "IX_payment_orders_Number", table: "payment_orders", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_payment_orders_Security", table: "payment_orders", column: "Security");

            migrationBuilder.CreateIndex(
                name: "IX_postings_Division_Day_Id",
                table: "postings",
                columns: new[] { "Division", "Day", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_postings_Line", table: "postings", column: "Line");

            migrationBuilder.CreateIndex(name: "IX_postings_Order", table: "postings", column: "Order");

            migrationBuilder.CreateIndex(name: "IX_postings_Security", table: "postings", column: "Security");

            migrationBuilder.CreateIndex(
                name: "IX_reconciliations_Division_Day_Id",
                table: "reconciliations",
                columns: new[] { "Division", "Day", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_reconciliations_Statement", table: "reconciliations", column: "Statement");

            migrationBuilder.CreateIndex(
                name: "IX_recovery_shares_OpeningBidId_Custodian",
                table: "recovery_shares",
                columns: new[] { "OpeningBidId", "Custodian" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_registrations_Bidder_Id", table: "registrations", columns: new[] { "Bidder", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_registrations_Division_StageName_Id",
                table: "registrations",
                columns: new[] { "Division", "StageName", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_registrations_LotId_Bidder",
                table: "registrations",
                columns: new[] { "LotId", "Bidder" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_registrations_TenderId", table: "registrations", column: "TenderId");

            migrationBuilder.CreateIndex(name: "IX_rehearsals_Number", table: "rehearsals", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_rehearsals_Owner_Id", table: "rehearsals", columns: new[] { "Owner", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_review_settings_Division_Kind_From_Id",
                table: "review_settings",
                columns: new[] { "Division", "Kind", "From", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_statement_lines_Division_Id",
                table: "statement_lines",
                columns: new[] { "Division", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_statement_lines_Division_Serial",
                table: "statement_lines",
                columns: new[] { "Division", "Serial" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_statement_lines_Division_StageName_Id",
                table: "statement_lines",
                columns: new[] { "Division", "StageName", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_statement_lines_Security", table: "statement_lines", column: "Security");

            migrationBuilder.CreateIndex(name: "IX_statement_lines_Statement", table: "statement_lines", column: "Statement");

            migrationBuilder.CreateIndex(name: "IX_statement_lines_SubAccount", table: "statement_lines", column: "SubAccount");

            migrationBuilder.CreateIndex(
                name: "IX_tender_documents_TenderId_Number",
                table: "tender_documents",
                columns: new[] { "TenderId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_tender_filings_Division_FiledAt",
                table: "tender_filings",
                columns: new[] { "Division", "FiledAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tender_filings_TenderId_Serial",
                table: "tender_filings",
                columns: new[] { "TenderId", "Serial" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_tender_questions_TenderId_AnsweredAt",
                table: "tender_questions",
                columns: new[] { "TenderId", "AnsweredAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tender_questions_TenderId_Number",
                table: "tender_questions",
                columns: new[] { "TenderId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_tenders_Agency_Id", table: "tenders", columns: new[] { "Agency", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_tenders_Division_BidDeadline",
                table: "tenders",
                columns: new[] { "Division", "BidDeadline" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_tenders_Division_StageName_Id",
                table: "tenders",
                columns: new[] { "Division", "StageName", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_tenders_Entity_Id", table: "tenders", columns: new[] { "Entity", "Id" });

            migrationBuilder.CreateIndex(name: "IX_tenders_Follows", table: "tenders", column: "Follows");

            migrationBuilder.CreateIndex(name: "IX_tenders_Number", table: "tenders", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_tenders_ProjectId_Id", table: "tenders", columns: new[] { "ProjectId", "Id" });

            migrationBuilder.CreateIndex(name: "IX_trade_projects_Entity_Id", table: "trade_projects", columns: new[] { "Entity", "Id" });

            migrationBuilder.CreateIndex(name: "IX_trade_projects_Number", table: "trade_projects", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_venue_notes_SessionId_Id", table: "venue_notes", columns: new[] { "SessionId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_venue_rooms_Division_Key",
                table: "venue_rooms",
                columns: new[] { "Division", "Key" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_venue_sessions_Division_From",
                table: "venue_sessions",
                columns: new[] { "Division", "From" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_venue_sessions_RoomId_From",
                table: "venue_sessions",
                columns: new[] { "RoomId", "From" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_venue_sessions_TenderId_Id",
                table: "venue_sessions",
                columns: new[] { "TenderId", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_venue_slots_SessionId", table: "venue_slots", column: "SessionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "bank_accounts");

            migrationBuilder.DropTable(name: "bid_uploads");

            migrationBuilder.DropTable(name: "bids");

            migrationBuilder.DropTable(name: "certificates");

            migrationBuilder.DropTable(name: "custodian_panels");

            migrationBuilder.DropTable(name: "document_objections");

            migrationBuilder.DropTable(name: "draw_shares");

            migrationBuilder.DropTable(name: "filing_opinions");

            migrationBuilder.DropTable(name: "invitations");

            migrationBuilder.DropTable(name: "notices");

            migrationBuilder.DropTable(name: "opening_attendances");

            migrationBuilder.DropTable(name: "opening_lines");

            migrationBuilder.DropTable(name: "opening_notes");

            migrationBuilder.DropTable(name: "opening_objections");

            migrationBuilder.DropTable(name: "payment_orders");

            migrationBuilder.DropTable(name: "postings");

            migrationBuilder.DropTable(name: "reconciliations");

            migrationBuilder.DropTable(name: "recovery_shares");

            migrationBuilder.DropTable(name: "registrations");

            migrationBuilder.DropTable(name: "rehearsals");

            migrationBuilder.DropTable(name: "review_settings");

            migrationBuilder.DropTable(name: "tender_documents");

            migrationBuilder.DropTable(name: "tender_filings");

            migrationBuilder.DropTable(name: "tender_questions");

            migrationBuilder.DropTable(name: "venue_notes");

            migrationBuilder.DropTable(name: "venue_slots");

            migrationBuilder.DropTable(name: "statement_lines");

            migrationBuilder.DropTable(name: "opening_bids");

            migrationBuilder.DropTable(name: "bank_statements");

            migrationBuilder.DropTable(name: "bid_securities");

            migrationBuilder.DropTable(name: "opening_sessions");

            migrationBuilder.DropTable(name: "lots");

            migrationBuilder.DropTable(name: "venue_sessions");

            migrationBuilder.DropTable(name: "tenders");

            migrationBuilder.DropTable(name: "venue_rooms");

            migrationBuilder.DropTable(name: "trade_projects");
        }
    }
}
