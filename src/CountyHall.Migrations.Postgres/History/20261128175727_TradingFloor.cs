using System;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Postgres.History
{
    [DbContext(typeof(HallDb))]
    [Migration("20261128175727_TradingFloor")]
    public sealed class TradingFloor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "committee_reviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Review = table.Column<int>(type: "integer", nullable: false),
                    Seat = table.Column<long>(type: "bigint", nullable: false),
                    Rejections = table.Column<string>(type: "text", nullable: false),
                    Opinion = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committee_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committee_reviews_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "committees",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    FormedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committees_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "evaluation_reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluation_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_evaluation_reports_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_briefings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    Topics = table.Column<string>(type: "text", nullable: false),
                    HeldBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    HeldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_briefings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_briefings_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_category_sets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Categories = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_category_sets", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "experts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Person = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Employer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EmployerCode = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    Area = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    InFieldSince = table.Column<DateOnly>(type: "date", nullable: false),
                    Categories = table.Column<string>(type: "text", nullable: false),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    StageName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_experts_parties_Person",
                        column: x => x.Person,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "givings_up",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Bidder = table.Column<long>(type: "bigint", nullable: false),
                    BidderName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_givings_up", x => x.Id);
                    table.ForeignKey(
                        name: "FK_givings_up_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "lot_evaluations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    Setup = table.Column<string>(type: "text", nullable: false),
                    PlannedEnd = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    StageName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lot_evaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_lot_evaluations_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_lot_evaluations_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ocds_releases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    NoticeId = table.Column<long>(type: "bigint", nullable: false),
                    Ocid = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Tags = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ocds_releases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ocds_releases_notices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "performance_entries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Notice = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_performance_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_performance_entries_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_briefing_attendances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Briefing = table.Column<long>(type: "bigint", nullable: false),
                    Expert = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Signed = table.Column<bool>(type: "boolean", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_briefing_attendances", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_briefings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Project = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Integrity = table.Column<bool>(type: "boolean", nullable: false),
                    Discipline = table.Column<bool>(type: "boolean", nullable: false),
                    Fairness = table.Column<bool>(type: "boolean", nullable: false),
                    Quality = table.Column<bool>(type: "boolean", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_briefings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_draws",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Project = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ExecutedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_draws", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_evaluations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Project = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    System = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SetUpOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IsTest = table.Column<bool>(type: "boolean", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_evaluations", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_filings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Tender = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Serial = table.Column<int>(type: "integer", nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_filings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_movements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Lot = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    Payer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_movements", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_notices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Project = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    Notice = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_notices", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_opinions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Tender = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_opinions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_projects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Project = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    Category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    NameZh = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Estimate = table.Column<long>(type: "bigint", nullable: true),
                    PlainResult = table.Column<bool>(type: "boolean", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_projects", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_results",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Project = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    Lot = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    Comparison = table.Column<long>(type: "bigint", nullable: true),
                    IsTest = table.Column<bool>(type: "boolean", nullable: false),
                    Corrects = table.Column<long>(type: "bigint", nullable: true),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_results", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_reviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Lot = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    Bidder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IsTest = table.Column<bool>(type: "boolean", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_reviews", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_services",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Session = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_services", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_sessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Lots = table.Column<string>(type: "text", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    End = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsTest = table.Column<bool>(type: "boolean", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_sessions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_supervision_opinions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Report = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_supervision_opinions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_supervision_reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Session = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Project = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_supervision_reports", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "registered_supervisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Session = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registered_supervisions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "result_objections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<long>(type: "bigint", nullable: false),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Interest = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_result_objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_result_objections_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_result_objections_parties_By",
                        column: x => x.By,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "small_projects",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Platform = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EntityName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EntityCode = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    Estimate = table.Column<long>(type: "bigint", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_small_projects", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "stop_requests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Approved = table.Column<bool>(type: "boolean", nullable: true),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stop_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_stop_requests_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "tender_archives",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    Manifest = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tender_archives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_tender_archives_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "trade_results",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Serial = table.Column<int>(type: "integer", nullable: false),
                    Winner = table.Column<long>(type: "bigint", nullable: true),
                    WinnerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Compared = table.Column<long>(type: "bigint", nullable: false),
                    IsMaximumPrice = table.Column<bool>(type: "boolean", nullable: false),
                    Gain = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trade_results", x => x.Id);
                    table.ForeignKey(
                        name: "FK_trade_results_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "committee_seats",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CommitteeId = table.Column<long>(type: "bigint", nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Person = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Employer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LeftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeftBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Replaces = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committee_seats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committee_seats_committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "lot_awards",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Report = table.Column<long>(type: "bigint", nullable: false),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    StageName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FixedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReportText = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lot_awards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_lot_awards_evaluation_reports_Report",
                        column: x => x.Report,
                        principalTable: "evaluation_reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_lot_awards_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_lot_awards_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_briefing_attendances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    BriefingId = table.Column<long>(type: "bigint", nullable: false),
                    Person = table.Column<long>(type: "bigint", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_briefing_attendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_briefing_attendances_expert_briefings_BriefingId",
                        column: x => x.BriefingId,
                        principalTable: "expert_briefings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_conduct_reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    ExpertId = table.Column<long>(type: "bigint", nullable: false),
                    Tender = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ReportedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    StageName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_conduct_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_conduct_reports_experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "experts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_leaves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ExpertId = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_leaves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_leaves_experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "experts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_ties",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ExpertId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FirmCode = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    FirmName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    IsDeclared = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_ties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_ties_experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "experts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "bid_clarifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    EvaluationId = table.Column<long>(type: "bigint", nullable: false),
                    OpeningBid = table.Column<long>(type: "bigint", nullable: false),
                    Bidder = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Question = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    AnswerFile = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    AnswerFileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bid_clarifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bid_clarifications_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "committee_motions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    EvaluationId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OpeningBid = table.Column<long>(type: "bigint", nullable: true),
                    Ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Votes = table.Column<string>(type: "text", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committee_motions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committee_motions_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "evaluated_bids",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    EvaluationId = table.Column<long>(type: "bigint", nullable: false),
                    OpeningBid = table.Column<long>(type: "bigint", nullable: false),
                    Bidder = table.Column<long>(type: "bigint", nullable: false),
                    BidderName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    BlindNumber = table.Column<int>(type: "integer", nullable: false),
                    Price = table.Column<long>(type: "bigint", nullable: false),
                    Findings = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluated_bids", x => x.Id);
                    table.ForeignKey(
                        name: "FK_evaluated_bids_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_evaluated_bids_opening_bids_OpeningBid",
                        column: x => x.OpeningBid,
                        principalTable: "opening_bids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "evaluation_notes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    EvaluationId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluation_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_evaluation_notes_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "member_reviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    EvaluationId = table.Column<long>(type: "bigint", nullable: false),
                    Seat = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PledgedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Recused = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    LeaderVote = table.Column<long>(type: "bigint", nullable: true),
                    ReviewClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    BlindClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ScoresClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Signed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SignedWords = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    VoidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_member_reviews_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "member_scores",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    EvaluationId = table.Column<long>(type: "bigint", nullable: false),
                    Seat = table.Column<long>(type: "bigint", nullable: false),
                    OpeningBid = table.Column<long>(type: "bigint", nullable: false),
                    Item = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Explanation = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    VoidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_scores", x => x.Id);
                    table.ForeignKey(
                        name: "FK_member_scores_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_draws",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: true),
                    SmallProjectId = table.Column<long>(type: "bigint", nullable: true),
                    Platform = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Serial = table.Column<int>(type: "integer", nullable: false),
                    Again = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Plan = table.Column<string>(type: "text", nullable: false),
                    NamedSealed = table.Column<string>(type: "text", nullable: true),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    StageName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_draws", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_draws_small_projects_SmallProjectId",
                        column: x => x.SmallProjectId,
                        principalTable: "small_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_expert_draws_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_calls",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    DrawId = table.Column<long>(type: "bigint", nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    PersonKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false),
                    MeetingOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ForSeat = table.Column<long>(type: "bigint", nullable: true),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    StageName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_calls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_calls_expert_draws_DrawId",
                        column: x => x.DrawId,
                        principalTable: "expert_draws",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_draw_shares",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    DrawId = table.Column<long>(type: "bigint", nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    Party = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Commitment = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CommittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Share = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    RevealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_draw_shares", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_draw_shares_expert_draws_DrawId",
                        column: x => x.DrawId,
                        principalTable: "expert_draws",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expert_pool_entries",
                columns: table => new
                {
                    DrawId = table.Column<long>(type: "bigint", nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Categories = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_expert_pool_entries",
                        x => new
                        {
                            x.DrawId,
                            x.Attempt,
                            x.Number,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_expert_pool_entries_expert_draws_DrawId",
                        column: x => x.DrawId,
                        principalTable: "expert_draws",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_bid_clarifications_Bidder", table: "bid_clarifications", column: "Bidder");

            migrationBuilder.CreateIndex(name: "IX_bid_clarifications_EvaluationId", table: "bid_clarifications", column: "EvaluationId");

            migrationBuilder.CreateIndex(name: "IX_committee_motions_EvaluationId", table: "committee_motions", column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_committee_reviews_LotId_Review_Seat",
                table: "committee_reviews",
                columns: new[] { "LotId", "Review", "Seat" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_committee_seats_CommitteeId", table: "committee_seats", column: "CommitteeId");

            migrationBuilder.CreateIndex(name: "IX_committee_seats_Person", table: "committee_seats", column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_committee_seats_TenderId_Place",
                table: "committee_seats",
                columns: new[] { "TenderId", "Place" }
            );

            migrationBuilder.CreateIndex(name: "IX_committees_TenderId", table: "committees", column: "TenderId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_evaluated_bids_Bidder", table: "evaluated_bids", column: "Bidder");

            migrationBuilder.CreateIndex(
                name: "IX_evaluated_bids_EvaluationId_BlindNumber",
                table: "evaluated_bids",
                columns: new[] { "EvaluationId", "BlindNumber" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_evaluated_bids_OpeningBid", table: "evaluated_bids", column: "OpeningBid", unique: true);

            migrationBuilder.CreateIndex(name: "IX_evaluation_notes_EvaluationId", table: "evaluation_notes", column: "EvaluationId");

            migrationBuilder.CreateIndex(name: "IX_evaluation_reports_LotId", table: "evaluation_reports", column: "LotId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_evaluation_reports_TenderId", table: "evaluation_reports", column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_expert_briefing_attendances_BriefingId_Person",
                table: "expert_briefing_attendances",
                columns: new[] { "BriefingId", "Person" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_expert_briefing_attendances_SignedAt",
                table: "expert_briefing_attendances",
                column: "SignedAt"
            );

            migrationBuilder.CreateIndex(
                name: "IX_expert_briefings_Division_HeldAt",
                table: "expert_briefings",
                columns: new[] { "Division", "HeldAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_expert_briefings_TenderId", table: "expert_briefings", column: "TenderId", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_expert_calls_DrawId_Attempt_Number",
                table: "expert_calls",
                columns: new[] { "DrawId", "Attempt", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_expert_calls_PersonKey_MeetingOn",
                table: "expert_calls",
                columns: new[] { "PersonKey", "MeetingOn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_expert_category_sets_Division_Number",
                table: "expert_category_sets",
                columns: new[] { "Division", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_expert_conduct_reports_Division_StageName",
                table: "expert_conduct_reports",
                columns: new[] { "Division", "StageName" }
            );

            migrationBuilder.CreateIndex(name: "IX_expert_conduct_reports_ExpertId", table: "expert_conduct_reports", column: "ExpertId");

            migrationBuilder.CreateIndex(
                name: "IX_expert_draw_shares_DrawId_Attempt_Party",
                table: "expert_draw_shares",
                columns: new[] { "DrawId", "Attempt", "Party" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_expert_draws_Division_Origin_DrawnAt",
                table: "expert_draws",
                columns: new[] { "Division", "Origin", "DrawnAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_expert_draws_Number", table: "expert_draws", column: "Number", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_expert_draws_SmallProjectId_Serial",
                table: "expert_draws",
                columns: new[] { "SmallProjectId", "Serial" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_expert_draws_TenderId_Serial",
                table: "expert_draws",
                columns: new[] { "TenderId", "Serial" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_expert_leaves_ExpertId_To", table: "expert_leaves", columns: new[] { "ExpertId", "To" });

            migrationBuilder.CreateIndex(name: "IX_expert_ties_ExpertId", table: "expert_ties", column: "ExpertId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_Division_Number",
                table: "experts",
                columns: new[] { "Division", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_experts_Person", table: "experts", column: "Person", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_givings_up_LotId_Bidder",
                table: "givings_up",
                columns: new[] { "LotId", "Bidder" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_lot_awards_Division_StageName_Id",
                table: "lot_awards",
                columns: new[] { "Division", "StageName", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_lot_awards_LotId", table: "lot_awards", column: "LotId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_lot_awards_Report", table: "lot_awards", column: "Report");

            migrationBuilder.CreateIndex(name: "IX_lot_awards_TenderId", table: "lot_awards", column: "TenderId");

            migrationBuilder.CreateIndex(name: "IX_lot_evaluations_LotId", table: "lot_evaluations", column: "LotId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_lot_evaluations_Number", table: "lot_evaluations", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_lot_evaluations_TenderId", table: "lot_evaluations", column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_member_reviews_EvaluationId_Seat",
                table: "member_reviews",
                columns: new[] { "EvaluationId", "Seat" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_member_scores_EvaluationId_Seat_OpeningBid_Item",
                table: "member_scores",
                columns: new[] { "EvaluationId", "Seat", "OpeningBid", "Item" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ocds_releases_Division_Serial",
                table: "ocds_releases",
                columns: new[] { "Division", "Serial" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ocds_releases_NoticeId", table: "ocds_releases", column: "NoticeId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_ocds_releases_Number", table: "ocds_releases", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_ocds_releases_Ocid_Serial", table: "ocds_releases", columns: new[] { "Ocid", "Serial" });

            migrationBuilder.CreateIndex(name: "IX_ocds_releases_TenderId", table: "ocds_releases", column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_performance_entries_LotId_Id",
                table: "performance_entries",
                columns: new[] { "LotId", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_briefing_attendances_Briefing",
                table: "registered_briefing_attendances",
                column: "Briefing"
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_briefings_Division_HeldOn",
                table: "registered_briefings",
                columns: new[] { "Division", "HeldOn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_draws_Division_Origin_ExecutedOn",
                table: "registered_draws",
                columns: new[] { "Division", "Origin", "ExecutedOn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_evaluations_Division_System_SetUpOn",
                table: "registered_evaluations",
                columns: new[] { "Division", "System", "SetUpOn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_filings_Division_FiledOn",
                table: "registered_filings",
                columns: new[] { "Division", "FiledOn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_filings_Tender_Serial",
                table: "registered_filings",
                columns: new[] { "Tender", "Serial" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_movements_Division_SettledOn",
                table: "registered_movements",
                columns: new[] { "Division", "SettledOn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_notices_Division_PublishedOn_Project",
                table: "registered_notices",
                columns: new[] { "Division", "PublishedOn", "Project" }
            );

            migrationBuilder.CreateIndex(name: "IX_registered_notices_Project", table: "registered_notices", column: "Project");

            migrationBuilder.CreateIndex(
                name: "IX_registered_opinions_Division_GivenOn",
                table: "registered_opinions",
                columns: new[] { "Division", "GivenOn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_opinions_Tender_Number",
                table: "registered_opinions",
                columns: new[] { "Tender", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_projects_Project",
                table: "registered_projects",
                column: "Project",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_results_Corrects",
                table: "registered_results",
                column: "Corrects",
                unique: true,
                filter: "\"Corrects\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_results_Division_ConfirmedOn",
                table: "registered_results",
                columns: new[] { "Division", "ConfirmedOn" }
            );

            migrationBuilder.CreateIndex(name: "IX_registered_results_Project", table: "registered_results", column: "Project");

            migrationBuilder.CreateIndex(
                name: "IX_registered_reviews_Division_ReviewedOn",
                table: "registered_reviews",
                columns: new[] { "Division", "ReviewedOn" }
            );

            migrationBuilder.CreateIndex(name: "IX_registered_services_Session", table: "registered_services", column: "Session");

            migrationBuilder.CreateIndex(
                name: "IX_registered_sessions_Division_HeldOn",
                table: "registered_sessions",
                columns: new[] { "Division", "HeldOn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_sessions_Number",
                table: "registered_sessions",
                column: "Number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_supervision_opinions_Report_Number",
                table: "registered_supervision_opinions",
                columns: new[] { "Report", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_supervision_reports_Division_IssuedOn",
                table: "registered_supervision_reports",
                columns: new[] { "Division", "IssuedOn" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_registered_supervision_reports_Number",
                table: "registered_supervision_reports",
                column: "Number",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_registered_supervisions_Session", table: "registered_supervisions", column: "Session");

            migrationBuilder.CreateIndex(name: "IX_result_objections_By", table: "result_objections", column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_result_objections_LotId_AnsweredAt",
                table: "result_objections",
                columns: new[] { "LotId", "AnsweredAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_result_objections_LotId_Number",
                table: "result_objections",
                columns: new[] { "LotId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_result_objections_TenderId_Id",
                table: "result_objections",
                columns: new[] { "TenderId", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_small_projects_Division_Platform_Number",
                table: "small_projects",
                columns: new[] { "Division", "Platform", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_stop_requests_LotId_Id", table: "stop_requests", columns: new[] { "LotId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_stop_requests_TenderId_DecidedAt",
                table: "stop_requests",
                columns: new[] { "TenderId", "DecidedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_tender_archives_TenderId", table: "tender_archives", column: "TenderId", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_trade_results_Division_At_Id",
                table: "trade_results",
                columns: new[] { "Division", "At", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_trade_results_LotId_Serial",
                table: "trade_results",
                columns: new[] { "LotId", "Serial" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "bid_clarifications");

            migrationBuilder.DropTable(name: "committee_motions");

            migrationBuilder.DropTable(name: "committee_reviews");

            migrationBuilder.DropTable(name: "committee_seats");

            migrationBuilder.DropTable(name: "evaluated_bids");

            migrationBuilder.DropTable(name: "evaluation_notes");

            migrationBuilder.DropTable(name: "expert_briefing_attendances");

            migrationBuilder.DropTable(name: "expert_calls");

            migrationBuilder.DropTable(name: "expert_category_sets");

            migrationBuilder.DropTable(name: "expert_conduct_reports");

            migrationBuilder.DropTable(name: "expert_draw_shares");

            migrationBuilder.DropTable(name: "expert_leaves");

            migrationBuilder.DropTable(name: "expert_pool_entries");

            migrationBuilder.DropTable(name: "expert_ties");

            migrationBuilder.DropTable(name: "givings_up");

            migrationBuilder.DropTable(name: "lot_awards");

            migrationBuilder.DropTable(name: "member_reviews");

            migrationBuilder.DropTable(name: "member_scores");

            migrationBuilder.DropTable(name: "ocds_releases");

            migrationBuilder.DropTable(name: "performance_entries");

            migrationBuilder.DropTable(name: "registered_briefing_attendances");

            migrationBuilder.DropTable(name: "registered_briefings");

            migrationBuilder.DropTable(name: "registered_draws");

            migrationBuilder.DropTable(name: "registered_evaluations");

            migrationBuilder.DropTable(name: "registered_filings");

            migrationBuilder.DropTable(name: "registered_movements");

            migrationBuilder.DropTable(name: "registered_notices");

            migrationBuilder.DropTable(name: "registered_opinions");

            migrationBuilder.DropTable(name: "registered_projects");

            migrationBuilder.DropTable(name: "registered_results");

            migrationBuilder.DropTable(name: "registered_reviews");

            migrationBuilder.DropTable(name: "registered_services");

            migrationBuilder.DropTable(name: "registered_sessions");

            migrationBuilder.DropTable(name: "registered_supervision_opinions");

            migrationBuilder.DropTable(name: "registered_supervision_reports");

            migrationBuilder.DropTable(name: "registered_supervisions");

            migrationBuilder.DropTable(name: "result_objections");

            migrationBuilder.DropTable(name: "stop_requests");

            migrationBuilder.DropTable(name: "tender_archives");

            migrationBuilder.DropTable(name: "trade_results");

            migrationBuilder.DropTable(name: "committees");

            migrationBuilder.DropTable(name: "expert_briefings");

            migrationBuilder.DropTable(name: "expert_draws");

            migrationBuilder.DropTable(name: "experts");

            migrationBuilder.DropTable(name: "evaluation_reports");

            migrationBuilder.DropTable(name: "lot_evaluations");

            migrationBuilder.DropTable(name: "small_projects");
        }
    }
}
