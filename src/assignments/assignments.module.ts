/**
 * Assignments own who was asked to finish what by when, by whom and why, and the requirements that come of it. They do
 * not own courses nor what people finish (learning tells them), nor the reminders' delivery.
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { Traces } from '../network/changes/traces.service.js';
import { CoursesModule } from '../courses/courses.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { NetworkModule } from '../network/network.module.js';
import { PeopleModule } from '../network/people.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { msg } from '../platform/language/t.js';
import { can } from '../platform/permissions.js';
import { Privacy } from '../platform/privacy/privacy-of-module.js';
import { Navigation } from '../platform/web/navigation.js';
import { AssigningQueries } from './assigning/assigning.queries.js';
import { AssignmentsService } from './assigning/assignments.service.js';
import { LotAssignments } from './assigning/lot-assignments.service.js';
import { AudienceQueries } from './assigning/audience.queries.js';
import { ChoiceService } from './assigning/choice.service.js';
import { ChooseFactsService } from './assigning/choose-facts.service.js';
import { ClashingDays } from './assigning/clashing-days.service.js';
import { NewAssignmentController } from './assigning/new-assignment.controller.js';
import { PeopleSearchQueries } from './assigning/people-search.queries.js';
import { PreviewFactsService } from './assigning/preview-facts.service.js';
import { AssignmentPage } from './assignment-page.service.js';
import { ASSIGNMENTS_PRIVACY } from './assignments-privacy.queries.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsListener } from './assignments.listener.js';
import { assignmentPermissions } from './assignments.policy.js';
import { AssignmentsQueries } from './assignments.queries.js';
import { AssignmentReach } from './changing/assignment-reach.service.js';
import { ChangingController } from './changing/changing.controller.js';
import { ChangingQueries } from './changing/changing.queries.js';
import { ChangingService } from './changing/changing.service.js';
import { PeopleService } from './changing/people.service.js';
import { DueStates } from './due-states.service.js';
import { CarryOutQueries } from './following/carry-out.queries.js';
import { CarryOut } from './following/carry-out.service.js';
import { FollowListener } from './following/follow.listener.js';
import { FollowQueries } from './following/follow.queries.js';
import { Follow } from './following/follow.service.js';
import { AssignmentMessageKinds } from './messages/message-kinds.service.js';
import { MessagesQueries } from './messages/messages.queries.js';
import { Telling } from './messages/telling.service.js';
import { ToldQueries } from './messages/told.queries.js';
import { assignmentsPath } from './paths.js';
import { PeopleQueries } from './people.queries.js';
import { CoursesCardQueries } from './person/courses-card.queries.js';
import { CoursesCard } from './person/courses-card.service.js';
import { PersonController } from './person/person.controller.js';
import { PersonQueries } from './person/person.queries.js';
import { AskedForRecord } from './requirements/asked-of-me.service.js';
import { MoreTimeController } from './requirements/more-time.controller.js';
import { MoreTimeQueries } from './requirements/more-time.queries.js';
import { MoreTimeService } from './requirements/more-time.service.js';
import { MyRequirementsQueries } from './requirements/my-requirements.queries.js';
import { NextDue } from './requirements/next-due.service.js';
import { ASSIGNED_TRACE } from './assignments-traces.js';

@Privacy(ASSIGNMENTS_PRIVACY)
@Module({
  imports: [NetworkModule, PeopleModule, NotificationsModule, CoursesModule, LearningModule],
  controllers: [
    NewAssignmentController,
    AssignmentsController,
    ChangingController,
    PersonController,
    MoreTimeController,
  ],
  providers: [
    AskedForRecord,
    AssigningQueries,
    AssignmentMessageKinds,
    AssignmentPage,
    AssignmentReach,
    AssignmentsListener,
    AssignmentsQueries,
    AssignmentsService,
    AudienceQueries,
    CarryOut,
    CarryOutQueries,
    ChangingQueries,
    ChangingService,
    ChoiceService,
    ChooseFactsService,
    ClashingDays,
    CoursesCard,
    CoursesCardQueries,
    DueStates,
    Follow,
    FollowListener,
    FollowQueries,
    MessagesQueries,
    MoreTimeQueries,
    MoreTimeService,
    MyRequirementsQueries,
    NextDue,
    PeopleQueries,
    PeopleSearchQueries,
    PeopleService,
    PersonQueries,
    PreviewFactsService,
    LotAssignments,
    Telling,
    ToldQueries,
  ],
  exports: [
    AssignmentsQueries,
    AssignmentsService,
    AudienceQueries,
    ClashingDays,
    LotAssignments,
    MyRequirementsQueries,
  ],
})
export class AssignmentsModule implements OnModuleInit {
  constructor(
    private readonly navigation: Navigation,
    private readonly traces: Traces,
  ) {}

  onModuleInit(): void {
    this.traces.register(ASSIGNED_TRACE);
    const entry = { path: assignmentsPath, icon: 'people', order: 22 };
    this.navigation.register({
      ...entry,
      label: msg('Assign'),
      shows: (actor) => can(actor, assignmentPermissions.assign),
    });
    this.navigation.register({
      ...entry,
      label: msg('Assigned'),
      shows: (actor) => can(actor, assignmentPermissions.follow) && !can(actor, assignmentPermissions.assign),
    });
  }
}
