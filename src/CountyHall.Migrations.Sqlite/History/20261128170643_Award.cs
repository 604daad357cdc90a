using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    /// <inheritdoc />
    public partial class Award : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "committee_reviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Review = table.Column<int>(type: "INTEGER", nullable: false),
                    Seat = table.Column<long>(type: "INTEGER", nullable: false),
                    Rejections = table.Column<string>(type: "TEXT", nullable: false),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committee_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committee_reviews_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "committees",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    FormedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "givings_up",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bidder = table.Column<long>(type: "INTEGER", nullable: false),
                    BidderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_givings_up", x => x.Id);
                    table.ForeignKey(
                        name: "FK_givings_up_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "performance_entries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_performance_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_performance_entries_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "result_objections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Interest = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_result_objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_result_objections_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_result_objections_parties_By",
                        column: x => x.By,
                        principalTable: "parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stop_requests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Approved = table.Column<bool>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stop_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_stop_requests_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tender_archives",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Manifest = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tender_archives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_tender_archives_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trade_results",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Serial = table.Column<int>(type: "INTEGER", nullable: false),
                    Winner = table.Column<long>(type: "INTEGER", nullable: true),
                    WinnerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Compared = table.Column<long>(type: "INTEGER", nullable: false),
                    IsMaximumPrice = table.Column<bool>(type: "INTEGER", nullable: false),
                    Gain = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trade_results", x => x.Id);
                    table.ForeignKey(
                        name: "FK_trade_results_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "committee_seats",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    CommitteeId = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Person = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Employer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeftBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Replaces = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "lot_awards",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Report = table.Column<long>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    StageName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FixedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReportText = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lot_awards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_lot_awards_evaluation_reports_Report",
                        column: x => x.Report,
                        principalTable: "evaluation_reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_lot_awards_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_lot_awards_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_committee_reviews_LotId_Review_Seat",
                table: "committee_reviews",
                columns: new[] { "LotId", "Review", "Seat" },
                unique: true);

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
                name: "IX_givings_up_LotId_Bidder",
                table: "givings_up",
                columns: new[] { "LotId", "Bidder" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lot_awards_Division_StageName_Id",
                table: "lot_awards",
                columns: new[] { "Division", "StageName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_lot_awards_LotId",
                table: "lot_awards",
                column: "LotId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lot_awards_Report",
                table: "lot_awards",
                column: "Report");

            migrationBuilder.CreateIndex(
                name: "IX_lot_awards_TenderId",
                table: "lot_awards",
                column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_performance_entries_LotId_Id",
                table: "performance_entries",
                columns: new[] { "LotId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_result_objections_By",
                table: "result_objections",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_result_objections_LotId_AnsweredAt",
                table: "result_objections",
                columns: new[] { "LotId", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_result_objections_LotId_Number",
                table: "result_objections",
                columns: new[] { "LotId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_result_objections_TenderId_Id",
                table: "result_objections",
                columns: new[] { "TenderId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_stop_requests_LotId_Id",
                table: "stop_requests",
                columns: new[] { "LotId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_stop_requests_TenderId_DecidedAt",
                table: "stop_requests",
                columns: new[] { "TenderId", "DecidedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_tender_archives_TenderId",
                table: "tender_archives",
                column: "TenderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_trade_results_Division_At_Id",
                table: "trade_results",
                columns: new[] { "Division", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_trade_results_LotId_Serial",
                table: "trade_results",
                columns: new[] { "LotId", "Serial" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "committee_reviews");

            migrationBuilder.DropTable(
                name: "committee_seats");

            migrationBuilder.DropTable(
                name: "givings_up");

            migrationBuilder.DropTable(
                name: "lot_awards");

            migrationBuilder.DropTable(
                name: "performance_entries");

            migrationBuilder.DropTable(
                name: "result_objections");

            migrationBuilder.DropTable(
                name: "stop_requests");

            migrationBuilder.DropTable(
                name: "tender_archives");

            migrationBuilder.DropTable(
                name: "trade_results");

            migrationBuilder.DropTable(
                name: "committees");

            migrationBuilder.DropTable(
                name: "evaluation_reports");
        }
    }
}
