using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Postgres.History
{
    /// <inheritdoc />
    public partial class Experts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "committees",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    FormedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committees_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluation_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_evaluation_reports_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expert_briefings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    Topics = table.Column<string>(type: "text", nullable: false),
                    HeldBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    HeldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_briefings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_briefings_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expert_category_sets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Categories = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_category_sets", x => x.Id);
                });

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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_experts_parties_Person",
                        column: x => x.Person,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    EnteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_small_projects", x => x.Id);
                });

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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committee_seats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committee_seats_committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expert_briefing_attendances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    BriefingId = table.Column<long>(type: "bigint", nullable: false),
                    Person = table.Column<long>(type: "bigint", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_briefing_attendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_briefing_attendances_expert_briefings_BriefingId",
                        column: x => x.BriefingId,
                        principalTable: "expert_briefings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_conduct_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_conduct_reports_experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "experts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expert_leaves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ExpertId = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_leaves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_leaves_experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "experts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_ties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_ties_experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "experts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_draws", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_draws_small_projects_SmallProjectId",
                        column: x => x.SmallProjectId,
                        principalTable: "small_projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_expert_draws_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_calls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_calls_expert_draws_DrawId",
                        column: x => x.DrawId,
                        principalTable: "expert_draws",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_draw_shares", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expert_draw_shares_expert_draws_DrawId",
                        column: x => x.DrawId,
                        principalTable: "expert_draws",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expert_pool_entries",
                columns: table => new
                {
                    DrawId = table.Column<long>(type: "bigint", nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Categories = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expert_pool_entries", x => new { x.DrawId, x.Attempt, x.Number });
                    table.ForeignKey(
                        name: "FK_expert_pool_entries_expert_draws_DrawId",
                        column: x => x.DrawId,
                        principalTable: "expert_draws",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_committee_seats_CommitteeId",
                table: "committee_seats",
                column: "CommitteeId");

            migrationBuilder.CreateIndex(
                name: "IX_committee_seats_Person",
                table: "committee_seats",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_committee_seats_TenderId_Place",
                table: "committee_seats",
                columns: new[] { "TenderId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_committees_TenderId",
                table: "committees",
                column: "TenderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evaluation_reports_LotId",
                table: "evaluation_reports",
                column: "LotId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evaluation_reports_TenderId",
                table: "evaluation_reports",
                column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_expert_briefing_attendances_BriefingId_Person",
                table: "expert_briefing_attendances",
                columns: new[] { "BriefingId", "Person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_expert_briefing_attendances_SignedAt",
                table: "expert_briefing_attendances",
                column: "SignedAt");

            migrationBuilder.CreateIndex(
                name: "IX_expert_briefings_Division_HeldAt",
                table: "expert_briefings",
                columns: new[] { "Division", "HeldAt" });

            migrationBuilder.CreateIndex(
                name: "IX_expert_briefings_TenderId",
                table: "expert_briefings",
                column: "TenderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_expert_calls_DrawId_Attempt_Number",
                table: "expert_calls",
                columns: new[] { "DrawId", "Attempt", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_expert_calls_PersonKey_MeetingOn",
                table: "expert_calls",
                columns: new[] { "PersonKey", "MeetingOn" });

            migrationBuilder.CreateIndex(
                name: "IX_expert_category_sets_Division_Number",
                table: "expert_category_sets",
                columns: new[] { "Division", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_expert_conduct_reports_Division_StageName",
                table: "expert_conduct_reports",
                columns: new[] { "Division", "StageName" });

            migrationBuilder.CreateIndex(
                name: "IX_expert_conduct_reports_ExpertId",
                table: "expert_conduct_reports",
                column: "ExpertId");

            migrationBuilder.CreateIndex(
                name: "IX_expert_draw_shares_DrawId_Attempt_Party",
                table: "expert_draw_shares",
                columns: new[] { "DrawId", "Attempt", "Party" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_expert_draws_Division_Origin_DrawnAt",
                table: "expert_draws",
                columns: new[] { "Division", "Origin", "DrawnAt" });

            migrationBuilder.CreateIndex(
                name: "IX_expert_draws_Number",
                table: "expert_draws",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_expert_draws_SmallProjectId_Serial",
                table: "expert_draws",
                columns: new[] { "SmallProjectId", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_expert_draws_TenderId_Serial",
                table: "expert_draws",
                columns: new[] { "TenderId", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_expert_leaves_ExpertId_To",
                table: "expert_leaves",
                columns: new[] { "ExpertId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_expert_ties_ExpertId",
                table: "expert_ties",
                column: "ExpertId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_Division_Number",
                table: "experts",
                columns: new[] { "Division", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_experts_Person",
                table: "experts",
                column: "Person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_small_projects_Division_Platform_Number",
                table: "small_projects",
                columns: new[] { "Division", "Platform", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "committee_seats");

            migrationBuilder.DropTable(
                name: "evaluation_reports");

            migrationBuilder.DropTable(
                name: "expert_briefing_attendances");

            migrationBuilder.DropTable(
                name: "expert_calls");

            migrationBuilder.DropTable(
                name: "expert_category_sets");

            migrationBuilder.DropTable(
                name: "expert_conduct_reports");

            migrationBuilder.DropTable(
                name: "expert_draw_shares");

            migrationBuilder.DropTable(
                name: "expert_leaves");

            migrationBuilder.DropTable(
                name: "expert_pool_entries");

            migrationBuilder.DropTable(
                name: "expert_ties");

            migrationBuilder.DropTable(
                name: "committees");

            migrationBuilder.DropTable(
                name: "expert_briefings");

            migrationBuilder.DropTable(
                name: "expert_draws");

            migrationBuilder.DropTable(
                name: "experts");

            migrationBuilder.DropTable(
                name: "small_projects");
        }
    }
}
