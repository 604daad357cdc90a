using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Postgres.History
{
    /// <inheritdoc />
    public partial class Evaluation : Migration
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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lot_evaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_lot_evaluations_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_lot_evaluations_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bid_clarifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bid_clarifications_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committee_motions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committee_motions_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluated_bids", x => x.Id);
                    table.ForeignKey(
                        name: "FK_evaluated_bids_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_evaluated_bids_opening_bids_OpeningBid",
                        column: x => x.OpeningBid,
                        principalTable: "opening_bids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_notes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    EvaluationId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluation_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_evaluation_notes_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_member_reviews_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_scores", x => x.Id);
                    table.ForeignKey(
                        name: "FK_member_scores_lot_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "lot_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_bid_clarifications_Bidder",
                table: "bid_clarifications",
                column: "Bidder");

            migrationBuilder.CreateIndex(
                name: "IX_bid_clarifications_EvaluationId",
                table: "bid_clarifications",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_committee_motions_EvaluationId",
                table: "committee_motions",
                column: "EvaluationId");

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
                name: "IX_evaluated_bids_Bidder",
                table: "evaluated_bids",
                column: "Bidder");

            migrationBuilder.CreateIndex(
                name: "IX_evaluated_bids_EvaluationId_BlindNumber",
                table: "evaluated_bids",
                columns: new[] { "EvaluationId", "BlindNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evaluated_bids_OpeningBid",
                table: "evaluated_bids",
                column: "OpeningBid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evaluation_notes_EvaluationId",
                table: "evaluation_notes",
                column: "EvaluationId");

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
                name: "IX_lot_evaluations_LotId",
                table: "lot_evaluations",
                column: "LotId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lot_evaluations_Number",
                table: "lot_evaluations",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lot_evaluations_TenderId",
                table: "lot_evaluations",
                column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_member_reviews_EvaluationId_Seat",
                table: "member_reviews",
                columns: new[] { "EvaluationId", "Seat" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_member_scores_EvaluationId_Seat_OpeningBid_Item",
                table: "member_scores",
                columns: new[] { "EvaluationId", "Seat", "OpeningBid", "Item" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bid_clarifications");

            migrationBuilder.DropTable(
                name: "committee_motions");

            migrationBuilder.DropTable(
                name: "committee_seats");

            migrationBuilder.DropTable(
                name: "evaluated_bids");

            migrationBuilder.DropTable(
                name: "evaluation_notes");

            migrationBuilder.DropTable(
                name: "evaluation_reports");

            migrationBuilder.DropTable(
                name: "member_reviews");

            migrationBuilder.DropTable(
                name: "member_scores");

            migrationBuilder.DropTable(
                name: "committees");

            migrationBuilder.DropTable(
                name: "lot_evaluations");
        }
    }
}
