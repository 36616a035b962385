// The interceptor says nothing of sizes; the module that it takes its options from does.
import { Controller, Module, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import { FileInterceptor, MulterModule } from '@nestjs/platform-express';

@Controller('photos')
class PhotosController {
  @Post()
  @UseInterceptors(FileInterceptor('photo'))
  add(@UploadedFile() photo: { size: number }) {
    return { size: photo.size };
  }
}

@Module({
  imports: [
    MulterModule.registerAsync({
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({ dest: './photos', limits: { fileSize: config.get('PHOTO_BYTES') } }),
    }),
  ],
  controllers: [PhotosController],
})
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(3000);
